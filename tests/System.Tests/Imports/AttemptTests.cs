using Revitalization.Silo.Imports.Running;

namespace Revitalization.SystemTests.Imports;

public sealed class AttemptTests
{
    // A night without the database is no reason to tell a county to send its sheet again.
    [Fact]
    public void While_the_database_is_away_an_import_is_tried_for_as_long_as_that_lasts()
    {
        var attempts = new Attempts();
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 1000; i++)
        {
            attempts.GoOn(null).ShouldBeTrue();
            waits.Add(attempts.Wait);
        }

        waits[..3].ShouldBe([TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(12)]);
        waits.Max().ShouldBe(TimeSpan.FromMinutes(1));
        waits[^1].ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_fault_at_the_same_row_is_given_up_and_one_that_moves_is_not()
    {
        var stuck = new Attempts();
        Enumerable.Range(1, Attempts.Most).Select(_ => stuck.GoOn(512)).Count(goesOn => goesOn).ShouldBe(Attempts.Most - 1);

        var moving = new Attempts();
        for (var row = 0; row < 100; row++) moving.GoOn(row).ShouldBeTrue();
    }

    [Fact]
    public void An_outage_between_two_faults_does_not_count_as_one()
    {
        var attempts = new Attempts();
        for (var fault = 1; fault < Attempts.Most; fault++)
        {
            attempts.GoOn(512).ShouldBeTrue();
            attempts.GoOn(null).ShouldBeTrue();
        }
        attempts.GoOn(512).ShouldBeFalse();
    }
}
