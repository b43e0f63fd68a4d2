using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;

namespace Revitalization.Hosting.Look;

public static class LookHosting
{
    /// <summary>What a service with pages registers. Chinese stays Chinese in the HTML, which halves a page's weight.</summary>
    public static IServiceCollection AddLook(this IServiceCollection services, AssetBook assets) => services
        .AddSingleton(assets)
        .AddScoped<ReadingMode>()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
}
