"""The limit page: three queries, 40 rows, one template."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from bench.limit.models import Person, Sentence, Workplace

ROWS = 40


def page(request: HttpRequest) -> HttpResponse:
    person = Person.objects.get(login="maya")
    shown = {
        "workplace": Workplace.objects.get(id=1),
        "person": person,
        "sentences": Sentence.objects.filter(person=person).order_by("day")[:ROWS],
    }
    return render(request, "page.html", shown)


urlpatterns = [path("", page)]
