using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Revitalization.SystemTests.Browser;

namespace Revitalization.SystemTests.Feeds;

/// <summary>The service is read by clients that others wrote, unmodified: what they could not read would be useless to who uses them.</summary>
public sealed class ClientTests(SamplePortal portal, Chromium chromium) : IClassFixture<SamplePortal>
{
    private static readonly Lazy<string?> Folder = new(() =>
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "tests/System.Tests/node_modules/@sap/cds"))) return Path.Combine(folder.FullName, "tests/System.Tests");
        }
        return null;
    });

    private string Root => new Uri(portal.Client.BaseAddress!, "/odata/").ToString();

    [Fact]
    public async Task The_npm_package_odata_client_reads_sets_keys_counts_and_batches() =>
        (await Run("odata-client.cjs")).ShouldBe("""{"found":["甲镇","乙镇"],"counted":3,"county":"剑阁县","parent":"广元市","batch":[3,1],"json":[3,1]}""");

    // The generator reads $metadata; what it makes of it is compiled, and then asks.
    [Fact]
    public async Task A_client_that_odata2ts_generates_from_the_model_reads_it() =>
        (await Run("odata2ts.cjs")).ShouldBe("""{"found":["甲镇","乙镇"],"counted":3,"parent":"剑阁县","county":"剑阁县","children":1,"figure":2700}""");

    [Fact]
    public async Task SAP_CAP_consumes_it_as_a_remote_service() =>
        (await Run("cap.cjs")).ShouldBe("""{"found":["甲镇","乙镇"],"county":"剑阁县","parent":"广元市","children":3,"figure":2700,"several":2,"plain":3,"refused":405}""");

    // In a page of another origin: cross-origin requests, $metadata with its annotations, multipart batches, concat in $apply.
    [Fact]
    public async Task OpenUI5s_v4_model_lists_expands_and_aggregates_in_a_browser()
    {
        await using var pages = await Pages();
        await using var visitor = await chromium.Visitor(new Uri(pages.Urls.First()));
        var page = await visitor.NewPageAsync();

        await page.GotoAsync("/ui5.html?root=" + Uri.EscapeDataString(Root));
        await page.WaitForFunctionAsync("() => window.result");

        (await page.EvaluateAsync<string>("() => JSON.stringify(window.result)"))
            .ShouldBe("""{"found":["甲镇","乙镇"],"counted":3,"parent":"剑阁县","county":"剑阁县","groups":13,"total":2700,"unit":"分"}""");
    }

    // The headers that Excel's Power Query sends with everything; it reads the root, then the model, then pages to their end.
    [Fact]
    public async Task Excel_finds_the_sets_reads_the_model_as_XML_and_pages_to_the_end()
    {
        var (rootType, root) = await AsExcel(Root);
        rootType.ShouldStartWith("application/json; odata.metadata=minimal");
        var service = JsonSerializer.Deserialize<JsonElement>(root);
        var (modelType, model) = await AsExcel(service.GetProperty("@odata.context").GetString()!);
        modelType.ShouldBe("application/xml");
        model.ShouldContain("<EntitySet Name=\"Observations\"");
        var rows = 0;
        for (string? next = Root + service.GetProperty("value").EnumerateArray().First(set => set.GetProperty("name").GetString() == "Observations").GetProperty("url").GetString(); next is not null;)
        {
            var page = JsonSerializer.Deserialize<JsonElement>((await AsExcel(next)).Body);
            rows += page.GetProperty("value").GetArrayLength();
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
            rows.ShouldBeLessThanOrEqualTo(504);
        }
        rows.ShouldBe(504);
    }

    private async Task<(string Type, string Body)> AsExcel(string address)
    {
        using var response = await portal.Send(address, headers =>
        {
            headers.Add("User-Agent", "Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)");
            headers.Add("Accept", "application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7");
            headers.Add("OData-MaxVersion", "4.0");
            headers.Add("MaxDataServiceVersion", "3.0");
        });
        ((int)response.StatusCode).ShouldBe(200, address);
        response.Headers.GetValues("OData-Version").ShouldBe(["4.0"]);
        return (response.Content.Headers.ContentType!.ToString(), await response.Content.ReadAsStringAsync());
    }

    /// <summary>What the script prints in its last line.</summary>
    private async Task<string> Run(string script)
    {
        Folder.Value.ShouldNotBeNull("The clients are not installed: ./test runs npm ci.");
        var start = new ProcessStartInfo("node", [Path.Combine(Folder.Value, "Feeds/Clients", script), Root]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["NODE_PATH"] = Path.Combine(Folder.Value, "node_modules");
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        node.ExitCode.ShouldBe(0, await errors);
        return output.TrimEnd().Split('\n')[^1];
    }

    private static async Task<WebApplication> Pages()
    {
        Folder.Value.ShouldNotBeNull("The clients are not installed: ./test runs npm ci.");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UseStaticFiles(Files("Feeds/Clients", ""));
        app.UseStaticFiles(Files("node_modules/@openui5/sap.ui.core/src", "/resources"));
        await app.StartAsync();
        return app;
    }

    private static StaticFileOptions Files(string folder, string under) => new()
    {
        FileProvider = new PhysicalFileProvider(Path.Combine(Folder.Value!, folder)), RequestPath = under, ServeUnknownFileTypes = true,
    };
}
