"""The inbox: the notice itself is the delivery, so nothing outside can lose it."""
