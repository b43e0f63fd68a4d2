using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Imports;
using Revitalization.Domain.Villages;

namespace Revitalization.Domain.Tests.Events;

public sealed class EventCatalogTests
{
    public static TheoryData<string, int> Versions => new(EventCatalog.Forms.SelectMany(
        form => Enumerable.Range(1, form.SchemaVersion).Select(version => (form.Type, version))));

    // What a county wrote years ago must load in every later product.
    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_version_of_every_event_has_a_stored_sample_that_loads(string type, int version)
    {
        var sample = StoredSample.All.Single(sample => sample.Type == type && sample.Version == version);
        var form = EventCatalog.Forms.Single(form => form.Type == type);

        EventCatalog.Read(type, version, sample.Data).ShouldBeOfType(form.Clr);
    }

    [Fact]
    public void A_sample_of_the_present_version_is_written_again_as_it_stands()
    {
        foreach (var sample in StoredSample.All)
        {
            var written = EventCatalog.WriteAny(EventCatalog.Read(sample.Type, sample.Version, sample.Data));
            if (written.SchemaVersion == sample.Version)
                Encoding.UTF8.GetString(written.Data.Span).ShouldBe(Encoding.UTF8.GetString(sample.Data), sample.Type);
        }
    }

    [Fact]
    public void Every_event_record_of_the_domain_is_in_the_catalogue()
    {
        var events = typeof(HouseholdEvent).Assembly.GetTypes().Where(type =>
            !type.IsAbstract && type.BaseType is { IsAbstract: true, Name: var name } && name.EndsWith("Event", StringComparison.Ordinal));

        events.ShouldBe(EventCatalog.Forms.Select(form => form.Clr), ignoreOrder: true);
    }

    // The first shape stated operating income net of costs: nothing was spent twice by lifting it.
    [Fact]
    public void An_income_of_the_first_shape_has_no_costs_and_the_same_net_income()
    {
        var first = """{"quarter":"2022-Q4","wageFen":1200000,"operatingFen":300000,"transferFen":5000,"reason":"漏报"}""";

        var income = EventCatalog.Read<IncomeRecorded>("household.income-recorded", 1, Encoding.UTF8.GetBytes(first));

        income.Quarter.ToString().ShouldBe("2022-Q4");
        income.Amounts.ShouldBe(new IncomeAmounts(1_200_000, 300_000, 0, 0, 5_000));
        income.Amounts.NetFen.ShouldBe(1_505_000);
        income.Reason.ShouldBe("漏报");
    }

    // "None" and "not known" are two things: by the second, a file received long ago is read by the mapping saved now.
    [Fact]
    public void An_import_of_the_first_shape_does_not_know_its_mapping_and_one_without_a_mapping_does()
    {
        ImportReceived Of(int version) => EventCatalog.Read<ImportReceived>("import.received", version, StoredSample.All.Single(sample => sample.Type == "import.received" && sample.Version == version).Data);

        Of(1).Mapping.ShouldBeNull();
        var none = EventCatalog.WriteAny(Of(2) with { Mapping = [] });
        EventCatalog.Read<ImportReceived>(none.Type, none.SchemaVersion, none.Data).Mapping.ShouldBe([]);
    }

    [Theory]
    [InlineData("household.invented", 1, "{}")]
    [InlineData("household.income-recorded", 3, "{}")]
    [InlineData("household.income-recorded", 0, "{}")]
    [InlineData("household.member-left", 1, """{"on":"2023-01-01","memberId":"M1","kind":"Flown"}""")]
    [InlineData("household.member-left", 1, """{"on":"2023-01-01","memberId":"M1","kind":"Died","secret":1}""")]
    [InlineData("household.member-left", 1, "{")]
    [InlineData("household.member-left", 1, "null")]
    [InlineData("household.income-recorded", 1, "[]")]
    public void What_cannot_be_read_is_an_error_and_never_skipped(string type, int version, string data) =>
        Should.Throw<EventUnreadableException>(() => EventCatalog.Read(type, version, Encoding.UTF8.GetBytes(data)));

    [Fact]
    public void An_event_of_one_family_is_not_read_as_of_another()
    {
        var left = EventCatalog.Write(new MemberLeft(Given.Today, "M1", LeaveKind.Died));

        Should.Throw<EventUnreadableException>(() => EventCatalog.Read<VillageEvent>(left.Type, left.SchemaVersion, left.Data));
        EventCatalog.Is<HouseholdEvent>(left.Type).ShouldBeTrue();
        EventCatalog.Is<VillageEvent>(left.Type).ShouldBeFalse();
    }

    [Fact]
    public void Every_event_of_every_history_reads_back_as_it_was_written()
    {
        var kinds = new HashSet<Type>();
        Properties.Holds(Histories.Commands.ToArbitrary(), commands =>
        {
            var household = Household.Empty;
            foreach (var happened in commands.Select(command => household.Decided(command)).SelectMany(decision => decision.Events.ToList()))
            {
                kinds.Add(happened.GetType());
                AssertSame(happened);
                household = Household.Evolve(household, happened);
            }
            var snapshot = Snapshots.Household.Write(household);
            Encoding.UTF8.GetString(Snapshots.Household.Write(Snapshots.Household.Read(snapshot)).Span)
                .ShouldBe(Encoding.UTF8.GetString(snapshot.Span));
        });
        kinds.ShouldBe(EventCatalog.Forms.Select(form => form.Clr).Where(clr => clr.IsAssignableTo(typeof(HouseholdEvent))), ignoreOrder: true);
    }

    private static void AssertSame(HouseholdEvent happened)
    {
        var written = EventCatalog.Write(happened);
        var again = EventCatalog.Read<HouseholdEvent>(written.Type, written.SchemaVersion, written.Data);
        Encoding.UTF8.GetString(EventCatalog.Write(again).Data.Span).ShouldBe(Encoding.UTF8.GetString(written.Data.Span));
        if (happened is not (HouseholdSplit or HouseholdMerged or MembersAbsorbed)) again.ShouldBe(happened);
    }
}
