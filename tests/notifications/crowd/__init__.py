"""A feature that tells everybody, for tests of the telling."""
