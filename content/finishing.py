"""Named in the settings, so it is read before there are models."""


def publish_approved(workflow_state, user=None):
    """What follows the last step of an approval."""
    from content.actions import publishing

    publishing.publish_approved(workflow_state, user)
