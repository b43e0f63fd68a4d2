using System.Diagnostics;
using System.Net.Http.Json;
using Revitalization.Domain.Calendar;
using Revitalization.Hosting.Json;
using Revitalization.Silo.Accounts;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Reactors;
using Revitalization.Standalone.Data;
using Revitalization.Standalone.Options;
using Revitalization.Standalone.Running;
using Revitalization.Standalone.Samples.Aid;
using Revitalization.Storage.EventLog;

namespace Revitalization.Standalone.FirstStart;

/// <summary>The platform runs, but its first load was refused: a message for whoever started it.</summary>
internal sealed class FirstLoadException(string message) : Exception(message);

/// <summary>
/// What a first start does once: accounts, sample sheets through the import interface, a release by two people. Every
/// step may be done again, so a start that was killed half way is finished by the next.
/// </summary>
internal sealed class FirstLoad(ServiceGroup services, DataDirectory data, SampleSize asked)
{
    private readonly SignIns _signIns = new(data);

    public async Task Run(CancellationToken stop)
    {
        var progress = new FirstStartProgress(data);
        if (!progress.IsDone)
        {
            var (size, day) = progress.Begin(asked, services.Silo.Services.GetRequiredService<TimeProvider>().ChinaToday());
            await Load(size, day, stop);
            progress.Finish(size, day);
        }
        Console.Out.WriteLine($"portal {services.Address} · OData {new Uri(services.Address, "/odata/")} · data sets {new Uri(services.Address, "/data/")}");
        Console.Out.WriteLine($"sign in at {new Uri(services.Address, "/workbench/")} — accounts in {data["sign-ins.json"]}");
    }

    private async Task Load(SampleSize size, DateOnly day, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        var silo = services.Silo.Services;
        var accounts = new FirstAccounts(silo.GetRequiredService<AccountDesk>(), _signIns, silo.GetRequiredService<TimeProvider>());
        if (size == SampleSize.Empty)
        {
            await accounts.CreateAdministrator(stop);
        }
        else
        {
            Console.Out.WriteLine(FormattableString.Invariant($"first start: loading the {size.ToString().ToLowerInvariant()} sample …"));
            await accounts.CreateAll(SampleBook.Scopes, stop);
            await LoadSample(size, day, accounts, stop);
            Console.Out.WriteLine(FormattableString.Invariant($"first start: sample loaded in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
        }
        Print();
    }

    private async Task LoadSample(SampleSize size, DateOnly day, FirstAccounts accounts, CancellationToken stop)
    {
        // A password takes a moment to hash; the sheets do not wait for those of cadres and partners.
        var others = Task.Run(() => accounts.CreateOthers(SampleBook.Cadres, stop), stop);
        var aid = LoadAid(others, day, stop);
        using var county = new PlatformClient(services.Address, _signIns[FirstAccounts.County].ApiKey!);
        using var second = new PlatformClient(services.Address, _signIns[FirstAccounts.SecondCounty].ApiKey!);
        await new DocumentLoad(county, second).Run(stop);
        var imports = new SampleImport(county);
        foreach (var sheet in SampleBook.Sheets(size)) await imports.Load(sheet, stop);
        foreach (var lineage in SampleBook.Lineages(size)) await Put(county, lineage.Address, lineage.Body, stop);
        await others;
        await LoadMonitoring(size, day, stop);
        await aid;
        await Projected(stop);
        await AidActs(day, load => load.Finish(stop));
        await Projected(stop);
        await new SampleRelease(county, second, services.Address).Publish(stop);
    }

    // Beside the sheets: the one waits for disks and reactors while the other works.
    private async Task LoadAid(Task accounts, DateOnly day, CancellationToken stop)
    {
        await accounts;
        await AidActs(day, load => load.Run(stop));
    }

    private async Task AidActs(DateOnly day, Func<AidLoad, Task> act)
    {
        string[] actors = [FirstAccounts.County, .. SampleAid.Partners.Select(partner => partner.Account)];
        var clients = actors.ToDictionary(actor => actor, actor => new PlatformClient(services.Address, _signIns[actor].ApiKey!), StringComparer.Ordinal);
        try
        {
            await act(new AidLoad(clients, day, Followed));
        }
        finally
        {
            foreach (var client in clients.Values) client.Dispose();
        }
    }

    private async Task LoadMonitoring(SampleSize size, DateOnly day, CancellationToken stop)
    {
        string[] actors = [FirstAccounts.County, .. SampleBook.Cadres.SelectMany(county => new[] { county.By.Village, county.By.Township })];
        var clients = actors.ToDictionary(actor => actor, actor => new PlatformClient(services.Address, _signIns[actor].ApiKey!), StringComparer.Ordinal);
        try
        {
            await new MonitoringLoad(clients, day).Run(size, stop);
        }
        finally
        {
            foreach (var client in clients.Values) client.Dispose();
        }
    }

    // An address and what it holds: put again by a start that goes on, it changes nothing.
    private static async Task Put(PlatformClient county, string address, object body, CancellationToken stop)
    {
        using var content = JsonContent.Create(body, body.GetType(), options: ServiceJson.Options);
        using (await county.Send(HttpMethod.Put, address, content, stop)) { }
    }

    // A release freezes what the projections have reached; the sample, and what followed from it by itself, is to be in it whole.
    private async Task Projected(CancellationToken stop)
    {
        var silo = services.Silo.Services;
        var (log, head) = (silo.GetRequiredService<IEventLog>(), 0L);
        while (await log.Head(stop) is var now && now > head)
        {
            head = now;
            await Followed(stop);
        }
        var projections = silo.GetRequiredService<ProjectionService>();
        while (!await projections.WaitFor(head, TimeSpan.FromSeconds(5), stop)) Console.Out.WriteLine("  waiting for the projections …");
    }

    // What the reactors make of all that stands in the log now.
    private async Task Followed(CancellationToken stop)
    {
        var silo = services.Silo.Services;
        var head = await silo.GetRequiredService<IEventLog>().Head(stop);
        while (!await silo.GetRequiredService<ReactorService>().WaitFor(head, TimeSpan.FromSeconds(5), stop)) Console.Out.WriteLine("  waiting for the reactors …");
    }

    private void Print()
    {
        Console.Out.WriteLine("accounts (role · scope · account · password):");
        foreach (var entry in _signIns.All) Console.Out.WriteLine($"  {entry.Role} · {entry.Scope} · {entry.Account} · {entry.Password}");
    }
}
