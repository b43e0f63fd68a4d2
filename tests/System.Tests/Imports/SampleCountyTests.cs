using System.Data.Common;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Imports;
using Revitalization.Standalone.Samples;
using Revitalization.Storage.Registry;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Imports;

/// <summary>The sample counties stand in the register exactly as the documents state them, after coming in as sheets.</summary>
public sealed class SampleCountyTests
{
    [Fact]
    public async Task The_named_villages_stand_in_the_register_as_the_documents_state_them()
    {
        await using var silo = await RunningSilo.Start();
        var lines = new List<string>();
        var loader = new SampleLoader(async (county, _) => await silo.SignedIn($"officer{county}", Roles.County, county), lines.Add);

        var loaded = await loader.Load(SampleCounties.Small, TestContext.Current.CancellationToken);
        await silo.Projected();
        foreach (var line in lines) TestContext.Current.TestOutputHelper?.WriteLine(line);

        foreach (var import in loaded.SelectMany(county => county.Imports))
        {
            import.State.ShouldBe(ImportStates.Completed);
            import.Refused.ShouldBe(0, import.Kind + string.Join(' ', import.Reasons));
            import.UnknownColumns.ShouldBeEmpty();
        }
        (await Households(silo, "511921119901", "kind='lifted'")).ShouldBe((141, 521));
        (await Households(silo, "511921119901", "resettled=1")).ShouldBe((55, 183));
        (await Households(silo, "511921119901", "monitored IS NOT NULL AND monitored<>'none'")).ShouldBe((3, 9));
        (await Households(silo, "511921119901", "1=1")).People.ShouldBe(3562);
        (await Households(silo, "511923128901", "1=1")).ShouldBe((740, 2129));
        (await Households(silo, "511923128901", "kind='lifted'")).ShouldBe((113, 336));
        (await Households(silo, "511923128901", "monitored='sudden-hardship'")).ShouldBe((4, 13));
        (await Households(silo, "511923128901", "monitored='sudden-hardship' AND risk_cleared=1")).ShouldBe((1, 4));
        (await Households(silo, "511903106901", "1=1")).ShouldBe((902, 3892));
        (await Households(silo, "511903106901", "kind='lifted'")).ShouldBe((167, 601));
        (await Households(silo, "511903106901", "monitored='sudden-hardship'")).ShouldBe((2, 8));
    }

    [Fact]
    public void A_sample_couple_is_a_man_and_a_woman()
    {
        foreach (var household in SampleCounties.Small.SelectMany(county => county.Villages.SelectMany(new HouseholdMaker(1, county.Code[..2]).Of)))
        {
            foreach (var relation in (string[])["配偶", "父母"])
            {
                var couple = household.People.Where(person => person.Relation == relation || (relation == "配偶" && person.Relation == "户主")).ToList();
                if (couple.Count == 2) couple[0].Male.ShouldNotBe(couple[1].Male, household.Id);
            }
        }
    }

    private static async Task<(long Count, long People)> Households(RunningSilo silo, string village, string where)
    {
        await using DbConnection connection = await silo.Get<IRegistryDatabase>().OpenReader();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*), coalesce(sum(members), 0) FROM households WHERE village_code='{village}' AND ({where})";
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
