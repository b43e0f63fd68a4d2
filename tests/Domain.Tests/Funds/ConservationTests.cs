using FsCheck;
using FsCheck.Fluent;

namespace Revitalization.Domain.Tests.Funds;

/// <summary>
/// Money is conserved between a fund, its projects and the assets whose income comes back to it, whatever order commands, deliveries, repeats and
/// crashes come in. A reactor is a list of events already sent, which may be sent again from any earlier point; a message may be late, or come twice.
/// </summary>
public sealed class ConservationTests
{
    private static readonly Gen<MoneyAct> Acts =
        from kind in Gen.Choose(0, 16)
        from id in Gen.Choose(0, 5)
        from amount in Gen.Choose(1, 40)
        select new MoneyAct(kind, id, amount);

    [Fact]
    public void No_history_of_acts_crashes_and_repeats_makes_or_loses_a_fen() =>
        Properties.Holds(Gen.Choose(1, 120).SelectMany(length => Gen.ArrayOf(Acts, length)).ToArbitrary(), acts =>
        {
            var county = new CountyMoney();
            foreach (var act in acts)
            {
                county.Do(act);
                county.Holds();
            }
            county.DeliverAll();
            county.Holds();
            county.Settled();
        }, cases: 1500);

    // Where it fails most easily: two clerks ask at once, the fund is short for one of them, and money comes in between.
    [Fact]
    public void An_asking_that_was_declined_never_takes_the_room_that_others_were_given()
    {
        var county = new CountyMoney();
        foreach (var act in new MoneyAct[] { new(0, 0, 40), new(2, 0, 40), new(11, 0, 0), new(12, 0, 0), new(1, 0, 40), new(2, 1, 40), new(11, 0, 0) })
        {
            county.Do(act);
            county.Holds();
        }
        county.DeliverAll();
        county.Settled();
    }
}
