using System.Net;
using System.Security.Cryptography;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>Leads one household through its chain by HTTP, each act by the account whose task it is. Days count from the third of April.</summary>
internal sealed class Chain(MonitoringFixture fixture, string household)
{
    private static readonly DateOnly Start = new(2023, 4, 3);

    public string Address { get; } = $"/api/households/{household}";

    public MonitoringFixture Fixture => fixture;

    public static DateOnly Day(int day) => Start.AddDays(day);

    public static ClueBody Clue(int day = 0, string risk = "illness") => new(Day(day), "department", risk, "医保部门反馈大额自付");

    public static DispatchBody Dispatch(int day = 1, string assignee = "monitor-1") => new(Day(day), assignee);

    public VerificationBody Verification(string proof, int day = 2) => new(Day(day), true, ["illness"], ["medical"], Day(day).AddMonths(4), [proof]);

    public static VillageReviewBody Review(string proof, int day) => new(Day(day), true, 20, 18, [proof]);

    public static MeasureBody Measure(int day, string kind = "医疗救助") => new(Day(day), kind, 2_000_00, 1, "次", "monitor-1", Day(day + 30));

    public static VisitBody Visit(int day, params string[] needs) => new(Day(day), needs, "已上门了解情况");

    /// <summary>A picture of its own, uploaded for this household.</summary>
    public async Task<string> Proof(int n = 1)
    {
        byte[] picture = [0xFF, 0xD8, 0xFF, .. System.Text.Encoding.UTF8.GetBytes($"{household}-{n}")];
        var hash = Convert.ToHexStringLower(SHA256.HashData(picture));
        var reply = await fixture.Village.PutAsync($"{Address}/evidence/{hash}", new ByteArrayContent(picture));
        reply.StatusCode.ShouldBe(HttpStatusCode.NoContent, await reply.Content.ReadAsStringAsync());
        return hash;
    }

    public Task<Receipt> Accept<TBody>(HttpClient by, string act, TBody body) => by.Accepted($"{Address}/{act}", body);

    public Task Refuse<TBody>(HttpClient by, string act, TBody body, Enum refusal, string? field = null) => by.Put($"{Address}/{act}", body).Refused(refusal, field);

    public Task<MonitoringView> View(HttpClient? by = null) => (by ?? fixture.County).Read<MonitoringView>($"{Address}/monitoring");

    /// <summary>From a clue to admission; ids carry the round, for a re-admission.</summary>
    public async Task Admit(int from = 0, string round = "a")
    {
        var proof = await Proof();
        await Accept(fixture.Village, $"clues/c-{round}", Clue(from));
        await fixture.Silo.Projected();
        await Accept(fixture.Township, $"dispatch/d-{round}", Dispatch(from + 1));
        await Accept(fixture.Village, $"verification/v-{round}", Verification(proof, from + 2));
        await Accept(fixture.Village, $"village-reviews/r-{round}", Review(proof, from + 3));
        await Accept(fixture.Village, $"notices/n-{round}", new NoticeBody(Day(from + 4), "村务公开栏", proof));
        await Accept(fixture.Village, $"notices/n-{round}/closing", new NoticeClosingBody(Day(from + 20)));
        await Accept(fixture.Township, $"township-reviews/t-{round}", new TownshipReviewBody(Day(from + 21), true));
        await Accept(fixture.County, $"county-decisions/k-{round}", new CountyDecisionBody(Day(from + 22), true, "sudden-hardship"));
    }

    /// <summary>From help to clearing, 200 days after <paramref name="from"/>.</summary>
    public async Task Clear(int from = 0, string round = "a")
    {
        var proof = await Proof();
        await Accept(fixture.Township, $"cadres/b-{round}", new CadreBody(Day(from + 23), "puan", "county-leader"));
        await Accept(fixture.Village, $"measures/m-{round}", Measure(from + 24));
        await Accept(fixture.Village, $"measures/m-{round}/completion", new CompletionBody(Day(from + 30), "已兑付医疗救助金", [proof]));
        await Accept(fixture.Village, $"visits/w-{round}", Visit(from + 40));
        await Accept(fixture.Township, $"clearing/x-{round}", new ClearingBody(Day(from + 220), [], true, [proof]));
        await Accept(fixture.Village, $"village-reviews/cr-{round}", Review(proof, from + 221));
        await Accept(fixture.Village, $"notices/cn-{round}", new NoticeBody(Day(from + 222), "村务公开栏", proof));
        await Accept(fixture.Village, $"notices/cn-{round}/closing", new NoticeClosingBody(Day(from + 240)));
        await Accept(fixture.County, $"clearing/x-{round}/decision", new ClearingDecisionBody(Day(from + 241), true));
    }
}
