namespace Revitalization.Portal;

/// <summary>Options of a portal in its own process, from <c>PORTAL_*</c> environment variables.</summary>
public static class PortalSettings
{
    public static PortalOptions FromEnvironment()
    {
        var source = Environment.GetEnvironmentVariable("PORTAL_RELEASE_SOURCE");
        return new PortalOptions(
            Environment.GetEnvironmentVariable("PORTAL_URLS") ?? "http://127.0.0.1:8082",
            Environment.GetEnvironmentVariable("PORTAL_DATA") ?? "data/portal",
            source is null ? null : new Uri(source),
            PinnedKey: null)
        {
            Channel = Environment.GetEnvironmentVariable("PORTAL_CHANNEL") ?? "public",
            PinnedKeyFile = Environment.GetEnvironmentVariable("PORTAL_PINNED_KEY_FILE"),
            FeedKeyFile = Environment.GetEnvironmentVariable("PORTAL_FEED_KEY_FILE"),
            InternalUrls = Environment.GetEnvironmentVariable("PORTAL_INTERNAL_URLS"),
            PublicAddress = Environment.GetEnvironmentVariable("PORTAL_PUBLIC_ADDRESS") is { } address ? new Uri(address) : null,
            Owner = SiteOwner.From(Environment.GetEnvironmentVariable),
        };
    }
}
