using FsCheck;
using FsCheck.Fluent;
using Revitalization.Domain.Assets;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Assets;

/// <summary>What holds of an asset after any history of acts, repeats and late messages.</summary>
public sealed class AssetHistoryTests
{
    private static readonly DateOnly Day = new(2023, 5, 1);
    private static readonly IncomeUses Uses = new(ShippedPacks.Default);

    private sealed record Act(int Kind, int Id, int Amount);

    private static readonly Gen<Act> Acts =
        from kind in Gen.Choose(0, 9)
        from id in Gen.Choose(0, 6)
        from amount in Gen.Choose(1, 50)
        select new Act(kind, id, amount);

    private static AssetCommand Command(Act act) => act.Kind switch
    {
        0 or 1 => new RecordAssetIncome(Day, $"i{act.Id}", 2023, act.Amount, $"SR-{act.Id}"),
        2 or 3 => new UseAssetIncome(Day, $"u{act.Id}", (IncomeUse)(act.Amount % 4 + 1), act.Amount, $"ZC-{act.Id}", ""),
        4 => new ReverseAssetIncome(Day, $"i{act.Id}", "误登"),
        5 => new ReverseAssetUse(Day, $"u{act.Id}", "误登"),
        6 => new TransferAsset(Day, $"t{act.Id}", $"甲{act.Amount}", "乙", "协议"),
        7 => new AskWriteOff(Day, $"w{act.Id}", "灭失", ["e"], $"a{act.Amount % 2}"),
        8 => new DecideWriteOff(Day, $"w{act.Id}", act.Amount > 40, "批复", $"a{act.Id % 2}"),
        _ => new RegisterAsset(Day, "p1", Profile((AssetClass)(act.Id % 3 + 1)) with { ValueFen = act.Amount }, act.Amount),
    };

    private static AssetProfile Profile(AssetClass kind) => new("大棚", kind, "510821101001", 1, "甲", "乙", "巡查", 6);

    [Fact]
    public void Used_income_never_exceeds_income_and_nothing_moves_after_the_write_off() =>
        Properties.Holds(Gen.Choose(1, 60).SelectMany(length => Gen.ArrayOf(Acts, length)).ToArbitrary(), acts =>
        {
            var asset = Asset.Evolve(Asset.Empty, new AssetRegistered(Day, "p1", Profile(AssetClass.Operating), 1));
            foreach (var command in acts.Select(Command).Where(command => command is not RegisterAsset)) asset = Step(asset, command);
        }, cases: 1000);

    // The class is fixed where it is decided, in the project; here messages may carry any, and still nothing else than an operating asset earns.
    [Fact]
    public void No_order_of_the_project_s_messages_brings_back_an_older_registration() =>
        Properties.Holds(Gen.Choose(1, 60).SelectMany(length => Gen.ArrayOf(Acts, length)).ToArbitrary(), acts =>
        {
            var asset = Asset.Empty;
            foreach (var command in acts.Select(Command))
            {
                var at = asset.At;
                asset = Step(asset, command);
                asset.At.ShouldBeGreaterThanOrEqualTo(at);
            }
        }, cases: 500);

    private static Asset Step(Asset before, AssetCommand command)
    {
        var decision = AssetRules.Decide(before, command, Uses, Day);
        var after = decision.Events.Aggregate(before, Asset.Evolve);
        after.UsedFen.ShouldBeInRange(0, after.IncomeFen);
        if (before.State == AssetState.WrittenOff) decision.Events.ShouldAllBe(happened => happened is AssetUseReversed); // What left the pool, and nothing else.
        if (decision.Refusal is null) AssetRules.Decide(after, command, Uses, Day).Events.ShouldBeEmpty(command.ToString()); // A repeat changes nothing.
        if (after.State == AssetState.WrittenOff && before.State != AssetState.WrittenOff) after.FreeFen.ShouldBe(0);
        return after;
    }
}
