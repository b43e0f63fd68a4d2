using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Projects;
using Revitalization.Domain.Funds;
using Revitalization.Silo.Aid;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Households;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Projects.Trace;

/// <summary>From money to what it became (资金追溯), and back into the pool. Households are counted, never named.</summary>
public sealed class TraceReader(IRegistryDatabase database, ProjectReader projects, AidReader aid)
{
    public async Task<(MoneyTrace? Trace, Enum? Refusal)> Fund(string name, Sender by, CancellationToken cancellation)
    {
        if (FundKeys.Read(name) is not { } key) return (null, FundRefusal.KeyMalformed);
        if (!by.Covers(key.County)) return (null, AccessRefusal.ScopeElsewhere);
        return await Draw(async (source, drawing) =>
        {
            foreach (var money in await source.OriginsOfFund(key.ToString(), cancellation)) drawing.Link(drawing.Origin(money), drawing.Fund(money.Fund, money.Fen), money.Fen);
            await Become(await source.GrantsOfFund(key.ToString(), cancellation), source, drawing, cancellation);
        }, cancellation);
    }

    /// <summary>A partner sees its own money by name, other money as other money.</summary>
    public async Task<(MoneyTrace? Trace, Enum? Refusal)> Project(string id, Sender by, CancellationToken cancellation)
    {
        var (project, refusal) = await projects.Project(id, by, cancellation);
        if (project is null) return (null, refusal);
        return await Draw(async (source, drawing) =>
        {
            foreach (var money in await source.OriginsOfProject(id, cancellation))
            {
                var shown = by.Covers(project.Region) || (money.Partnership is { } code && by.CoversPartnership(code));
                var origin = shown ? drawing.Origin(money) : drawing.Node($"other/{money.Fund}", "origin", "其他来源", money.Fen);
                drawing.Link(origin, drawing.Fund(money.Fund, money.Fen), money.Fen);
            }
            await Become(await source.GrantsOfProject(id, cancellation), source, drawing, cancellation, whole: true);
        }, cancellation);
    }

    public async Task<(MoneyTrace? Trace, Enum? Refusal)> Partnership(string code, int? year, Sender by, CancellationToken cancellation)
    {
        var (partnership, refusal) = await aid.Partnership(code, by, cancellation);
        if (partnership is null) return (null, refusal);
        return await Draw(async (source, drawing) =>
        {
            foreach (var gift in await source.Gifts(code, year, cancellation))
            {
                var report = drawing.Node($"report/{gift.Report}", "origin", gift.Title, gift.Fen);
                var field = drawing.Node($"field/{gift.Field}", "field", AidTerms.Fields[gift.Field], gift.Fen);
                drawing.Link(report, field, gift.Fen);
                drawing.Link(field, drawing.Fund(gift.Fund, gift.Fen), gift.Fen);
            }
            await Become(await source.GrantsOfPartnership(code, year, cancellation), source, drawing, cancellation);
        }, cancellation);
    }

    /// <summary>
    /// Projects, and what each left. Of an asset, and of what households received, this money's part is as large as its part of the total
    /// investment; asked for one project, all of it is shown.
    /// </summary>
    private static async Task Become(IReadOnlyList<TraceGrant> grants, TraceSource source, TraceDrawing drawing, CancellationToken cancellation, bool whole = false)
    {
        var part = grants.GroupBy(grant => grant.Project, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(grant => grant.Fen), StringComparer.Ordinal);
        var known = await source.Projects(part.Keys, cancellation);
        long Part(string project, long fen) => whole || known[project].BudgetFen == 0 ? fen : (long)((Int128)fen * part[project] / known[project].BudgetFen);
        foreach (var grant in grants.Where(grant => known.ContainsKey(grant.Project)))
            drawing.Link($"fund/{grant.Fund}", drawing.Node($"project/{grant.Project}", "project", known[grant.Project].Name, grant.Fen), grant.Fen);
        var assets = await source.Assets(known.Keys, cancellation);
        foreach (var asset in assets)
            drawing.Link($"project/{asset.Project}", drawing.Node($"asset/{asset.Asset}", "asset", asset.Name, asset.ValueFen), Part(asset.Project, asset.ValueFen));
        foreach (var (asset, fund, fen) in await source.Pools([.. assets.Select(asset => asset.Asset)], cancellation))
            drawing.Link($"asset/{asset}", drawing.Fund(fund, fen, "pool"), fen);
        foreach (var (project, households, fen) in await source.Beneficiaries(known.Keys, cancellation))
            drawing.Link($"project/{project}", drawing.Node($"beneficiaries/{project}", "beneficiaries", "受益农户", fen, households), Part(project, fen));
    }

    private async Task<(MoneyTrace? Trace, Enum? Refusal)> Draw(Func<TraceSource, TraceDrawing, Task> draw, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var drawing = new TraceDrawing();
        await draw(new(database, connection, moment), drawing);
        return (drawing.Drawn, null);
    }
}
