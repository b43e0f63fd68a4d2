namespace Revitalization.Portal;

/// <summary>The public portal (公众门户): pages, OData and downloads over its own replica.</summary>
public static class PortalService
{
    public static WebApplication Build(PortalOptions options)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(options.Urls);
        builder.Services.AddSingleton(options);
        return builder.Build();
    }
}
