"""What files in and out cost."""
