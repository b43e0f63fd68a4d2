using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Projects;

namespace Revitalization.Standalone.Samples.Aid;

/// <summary>One act of the sample year: who puts what where. A body of null is the picture that stands for all evidence.</summary>
public sealed record AidAct(string Actor, string Address, object? Body);

/// <summary>Who acts for a partnership. With a second partner each report is signed by two.</summary>
public sealed record AidActors(string County, string Partner, string? SecondPartner);

/// <summary>
/// One partnership's year, act by act, as its people would put them. What follows from an act by itself (a confirmation becomes a fund's promise,
/// an allocation reaches its project) takes a moment: acts that need it stand in a later part.
/// </summary>
public sealed class AidScript(string code, string county, int year, AidActors by)
{
    /// <summary>Agreement to contracts; allocations; payments and what is left behind.</summary>
    public const int Parts = 3;

    private readonly List<AidAct>[] _parts = [[], [], []];
    private readonly List<AidAct> _beneficiaries = [], _checks = [];
    private readonly string _proof = Convert.ToHexStringLower(SHA256.HashData(SampleCase.Picture.Span));
    private int _reports, _vouchers;

    public IReadOnlyList<AidAct> Part(int part) => _parts[part];

    /// <summary>Households that a project helped, each by itself: they must stand in the register first.</summary>
    public IReadOnlyList<AidAct> Beneficiaries => _beneficiaries;

    /// <summary>Checks through the year, once the lists show what they freeze; each with what was found.</summary>
    public IReadOnlyList<AidAct> Checks => _checks;

    public AidScript Agree(string kind, string donor, string document)
    {
        Do(0, by.County, $"partnerships/{code}", new AgreementBody(kind, donor, county, year - 1, null, document, by.SecondPartner is not null));
        return Do(0, by.Partner, $"partnerships/{code}/evidence/{_proof}", null);
    }

    public AidScript Pair(string kind, IEnumerable<(string Donor, string Recipient, string? Region)> pairs)
    {
        var at = 0;
        foreach (var (donor, recipient, region) in pairs)
            Do(0, by.County, string.Create(CultureInfo.InvariantCulture, $"partnerships/{code}/pairings/{kind}-{++at:00}"), new PairingBody(kind, donor, recipient, region, Day(3, 1)));
        return this;
    }

    public AidScript Exchange(string id, string kind, string party, int headcount) =>
        Do(0, by.County, $"partnerships/{code}/exchanges/{id}", new ExchangeBody(kind, party, headcount, Day(4, 1), Day(12, 31)));

    public AidScript Plan(DateOnly issuedOn, long salesFloorYuan, params IReadOnlyList<(string Field, long Yuan, int Projects, int People)> lines) => Do(
        0, by.County, FormattableString.Invariant($"partnerships/{code}/plans/{year}"),
        new PlanBody(issuedOn, [.. lines.Select(line => new PlanLineBody(line.Field, Fen(line.Yuan), line.Projects, line.People, Day(12, 20)))], Fen(salesFloorYuan)));

    /// <summary>Reported, and where there are two, signed by the second person. Returned is what the county answers to.</summary>
    public AidAnswers Report(DateOnly on, string field, string form, string title, long yuan, decimal quantity = 0, string unit = "", bool signed = true, int? of = null)
    {
        var address = $"partnerships/{code}/reports/{Id($"{code}/{++_reports}"):D}";
        List<ReferenceBody> papers = form switch
        {
            "money" => [new("transfer", FormattableString.Invariant($"SL-{Letters}-{of ?? year}-{_reports:00}"))],
            "purchase" => [new("invoice", FormattableString.Invariant($"FP-{Letters}-{of ?? year}-{_reports:00}"))],
            _ => [],
        };
        Do(0, by.Partner, address, new SupportBody(on, of ?? year, field, form, title, quantity, unit, Fen(yuan), on.AddDays(-2), county, null, papers, [_proof]));
        if (signed && by.SecondPartner is { } second) Do(0, second, $"{address}/signature", new SignatureBody(on));
        return new(this, by, address);
    }

    public AidScript Arrive(string fund, DateOnly on, long yuan) => Do(
        0, by.County, FormattableString.Invariant($"funds/{fund}/arrivals/{Letters}-{++_vouchers:00}"), new ArrivalOfMoney(on, Fen(yuan), FormattableString.Invariant($"GK-{Letters}-{year}-{_vouchers:00}")));

    public AidScript Budget(string fund, string budget, DateOnly on, long yuan) => Do(0, by.County, $"funds/{fund}/budgets/{budget}", new BudgetBody(on, Fen(yuan)));

    public AidProject Project(string id, string name, string category, string region, long yuan, bool workRelief = false, bool own = true) =>
        new AidProject(this, by, id, _proof).Begin(new ProjectBody(Day(1, 20), name, category, region, year, Fen(yuan), own ? code : null, workRelief));

    /// <summary>The check of the year's end, and what was found when somebody looked again.</summary>
    public AidScript Check(DateOnly on, string finding, DateOnly foundOn, string text, string responsible, DateOnly dueOn, string? field = null)
    {
        _checks.Add(new(by.County, FormattableString.Invariant($"/api/partnerships/{code}/checks/{year}-Y"), new AidCheckBody(on)));
        _checks.Add(new(by.County, FormattableString.Invariant($"/api/partnerships/{code}/checks/{year}-Y/findings/{finding}"), new FindingBody(foundOn, text, responsible, dueOn, field)));
        return this;
    }

    public AidScript Rectify(string finding, DateOnly on, string text)
    {
        _checks.Add(new(by.Partner, FormattableString.Invariant($"/api/partnerships/{code}/checks/{year}-Y/findings/{finding}/rectification"), new RectificationBody(on, text, [_proof])));
        return this;
    }

    internal void Benefit(string project, string household, BeneficiaryBody body) =>
        _beneficiaries.Add(new(by.County, $"/api/projects/{project}/beneficiaries/{household}", body));

    internal AidScript Do(int part, string actor, string address, object? body)
    {
        _parts[part].Add(new(actor, $"/api/{address}", body));
        return this;
    }

    internal DateOnly Day(int month, int day) => new(year, month, day);

    internal static long Fen(long yuan) => yuan * 100;

    // 资阳–旺苍 is ZIYANG: a transfer's number tells whose it is.
    private string Letters => code.Split('-')[0].ToUpperInvariant();

    private static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"sample-aid/{name}")).AsSpan(0, 16));
}
