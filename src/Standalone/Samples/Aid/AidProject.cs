using Revitalization.Contracts.Assets;
using Revitalization.Contracts.Projects;

namespace Revitalization.Standalone.Samples.Aid;

/// <summary>One project of the sample year, from the library to the assets it leaves.</summary>
public sealed class AidProject(AidScript script, AidActors by, string id, string proof)
{
    private static readonly (string Stage, int Month, string Document)[] s_stages =
    [
        ("approved", 3, "立项批复(示例)"), ("contracted", 4, "施工合同(示例)"), ("started", 5, "开工令(示例)"), ("completed", 10, "完工报告(示例)"),
        ("accepted", 11, "验收单(示例)"), ("handed-over", 12, "资产移交书(示例)"),
    ];

    private int _payments;

    /// <summary>Up to a stage of the same year. A contract comes before money may be paid, the rest after.</summary>
    public AidProject Until(string stage)
    {
        var last = Array.FindIndex(s_stages, each => each.Stage == stage);
        for (var at = 0; at <= last; at++)
        {
            var (name, month, document) = s_stages[at];
            script.Do(at < 2 ? 0 : 2, by.County, $"projects/{id}/stages/{name}", new StageBody(script.Day(month, 18), document, [proof]));
        }
        return this;
    }

    public AidProject Allocate(string fund, int month, long yuan, string allocation = "a1")
    {
        script.Do(1, by.County, $"projects/{id}/allocations/{allocation}", new AllocationBody(script.Day(month, 25), fund, AidScript.Fen(yuan)));
        return this;
    }

    public AidProject Pay(int month, long yuan, string purpose = "works", string allocation = "a1")
    {
        var payment = FormattableString.Invariant($"p{++_payments}");
        script.Do(2, by.County, $"projects/{id}/payments/{payment}", new PaymentBody(
            script.Day(month, 28), allocation, AidScript.Fen(yuan), purpose, $"ZF-{id}-{payment}", [proof]));
        return this;
    }

    public AidProject Roster(int month, int posts, int households, int people, int liftedHouseholds, int liftedPeople, long yuan)
    {
        script.Do(2, by.County, FormattableString.Invariant($"projects/{id}/rosters/m{month:00}"), new RosterBody(
            script.Day(month, 28), posts, households, people, liftedHouseholds, liftedPeople, AidScript.Fen(yuan), [proof]));
        return this;
    }

    /// <summary>
    /// Who worked for pay (务工农户): so many households with so many people, each person paid alike to the fen. Which households, and which of them sent
    /// two, is illustrative.
    /// </summary>
    /// <param name="first">Number of the first in the village; the others follow it.</param>
    /// <param name="perPersonFen">What each person earned; the first <paramref name="odd"/> households a fen more.</param>
    public AidProject Workers(int month, string village, int first, int households, int people, long perPersonFen, int odd = 0)
    {
        for (var at = 0; at < households; at++)
        {
            var fen = ((at < people - households ? 2 : 1) * perPersonFen) + (at < odd ? 1 : 0);
            script.Benefit(id, FormattableString.Invariant($"SL{village}{first + at:0000}"), new BeneficiaryBody(script.Day(month, 28), "以工代赈务工(分户为示例)", fen));
        }
        return this;
    }

    /// <summary>Only of an accepted project.</summary>
    public AidProject Asset(string asset, string name, string kind, string region, long yuan, string owner, string keeper, string duty)
    {
        script.Do(2, by.County, $"projects/{id}/assets/{asset}", new AssetBody(script.Day(12, 20), name, kind, region, AidScript.Fen(yuan), owner, keeper, duty));
        return this;
    }

    public AidProject Income(string asset, int month, long yuan)
    {
        var on = script.Day(month, 22);
        script.Do(2, by.County, FormattableString.Invariant($"assets/{asset}/incomes/i{month}"), new AssetIncomeBody(on, on.Year, AidScript.Fen(yuan), FormattableString.Invariant($"SY-{asset}-{month}")));
        return this;
    }

    /// <summary>Income goes back into the pool (资金池), to be given to a project again.</summary>
    public AidProject ToPool(string asset, int month, long yuan)
    {
        var on = script.Day(month, 24);
        script.Do(2, by.County, FormattableString.Invariant($"assets/{asset}/uses/u{month}"), new IncomeUseBody(on, "pool", AidScript.Fen(yuan), FormattableString.Invariant($"SC-{asset}-{month}"), "转入协作项目收益资金池(示例)"));
        return this;
    }

    public AidProject Inspect(string asset, int month)
    {
        script.Do(2, by.County, FormattableString.Invariant($"assets/{asset}/inspections/x{month}"), new InspectionBody(script.Day(month, 26), "good", "完好，正常使用(示例)", [proof]));
        return this;
    }

    internal AidProject Begin(ProjectBody body)
    {
        script.Do(0, by.County, $"projects/{id}", body);
        script.Do(0, by.County, $"projects/{id}/evidence/{proof}", null);
        return this;
    }
}
