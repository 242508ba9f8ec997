"""What Yonder costs, measured on this machine: `bin/bench`. docs/performance.md tells how."""
