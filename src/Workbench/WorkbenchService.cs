using Microsoft.Extensions.DependencyInjection.Extensions;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.SignIn;

namespace Revitalization.Workbench;

/// <summary>The pages (工作台) for county staff and partner cities: plain forms over the Silo's HTTP API.</summary>
public static class WorkbenchService
{
    public static WebApplication Build(WorkbenchOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WorkbenchService).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls(options.Listen);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddLook(new AssetBook("/workbench/assets/", typeof(WorkbenchService).Assembly));
        var app = builder.Build();
        app.Services.GetRequiredService<AssetBook>().Map(app);
        SignInPages.Map(app);
        return app;
    }
}
