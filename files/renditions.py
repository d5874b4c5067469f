"""Pictures in other sizes: a closed list of them, made when first asked for."""

from wagtail.images.models import Filter

WIDTHS = (360, 720, 1440)  # a phone, a column of text, the same column on a fine screen
AVATARS = ("fill-48x48", "fill-96x96", "fill-192x192")
COVERS = ("fill-900x506", "fill-240x192")  # 16:9 above a text, a thumb beside its title; cropped around the focal point
ADMIN = ("max-165x165", "max-800x600")  # what Wagtail's own screens show
SPECS = frozenset((*(f"width-{width}" for width in WIDTHS), *AVATARS, *COVERS, *ADMIN))


def rendition_of(picture, spec):
    """One query when it is there already. Raises OSError when the original is gone."""
    wanted = Filter(spec)
    there = picture.renditions.filter(filter_spec=spec, focal_point_key=wanted.get_cache_key(picture)).first()
    return there or picture.create_rendition(wanted)
