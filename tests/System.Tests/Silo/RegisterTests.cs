using System.Net;
using System.Net.Http.Json;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Json;

namespace Revitalization.SystemTests.Silo;

/// <summary>One household from the address to the tables and back.</summary>
public sealed class RegisterTests
{
    [Fact]
    public async Task A_household_is_registered_found_and_read_back_with_its_numbers_masked()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        await county.Accepted("/api/households/H1", Given.Household());
        await county.Accepted("/api/households/H1/members/1", Given.Member(1));
        var receipt = await county.Accepted("/api/households/H1/incomes/2023-Q1", Given.Income());
        receipt.Stream.ShouldBe("household/H1");
        receipt.Version.ShouldBe(3);
        receipt.RecordedAt.Offset.ShouldBe(TimeSpan.FromHours(8));

        var view = await county.Read<HouseholdView>($"/api/households/H1?after={receipt.Seq}");

        view.RegionName.ShouldStartWith("四川省广元市剑阁县");
        view.Members.Single().Name.ShouldBe("示例甲");
        view.Members.Single().NationalIdMasked!.ShouldContain("********");
        view.Members.Single().PhoneMasked.ShouldBe("138******34");
        view.Incomes.Single().NetFen.ShouldBe(1_450_00);
        view.Incomes.Single().PerHeadFen.ShouldBe(1_450_00);
    }

    // Sending again after a lost reply must be safe: the same receipt, nothing new in the log.
    [Fact]
    public async Task A_write_sent_again_answers_the_first_receipt()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        await county.Accepted("/api/households/H1", Given.Household());
        var body = new MoveBody(RunningSilo.OtherVillage, new DateOnly(2023, 5, 1));
        var first = await county.Accepted("/api/households/H1/moves/m1", body);

        using var again = await county.Put("/api/households/H1/moves/m1", body);

        (await again.Content.ReadFromJsonAsync<Receipt>(ServiceJson.Options)).ShouldBe(first);
        again.Content.Headers.ContentType!.ToString().ShouldBe("application/json; charset=utf-8");
        again.Headers.TransferEncodingChunked.ShouldNotBe(true); // In one piece: what only ends an answer costs everyone on its way a turn.
        await county.Put("/api/households/H1/moves/m1", body with { MovedOn = new DateOnly(2023, 5, 2) }).Refused(CommandRefusal.CommandIdReused);
    }

    [Fact]
    public async Task A_resource_changed_meanwhile_is_not_overwritten()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        var receipt = await county.Accepted("/api/households/H1", Given.Household());
        var changed = Given.Household(kind: "low-income", on: new DateOnly(2023, 2, 1));
        await county.Accepted("/api/households/H1", changed, $"\"{receipt.Version}\"");

        await county.Put("/api/households/H1", Given.Household(kind: "ordinary", on: new DateOnly(2023, 3, 1)), "\"1\"").Refused(CommandRefusal.VersionStale);
        await county.Put("/api/households/H1", changed, "abc").Refused(CommandRefusal.VersionMalformed);

        // The lost reply of the accepted change, sent again with the version it was made for.
        (await county.Accepted("/api/households/H1", changed, "\"1\"")).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_writes_or_reads_a_household_of_another_county()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var jiange = await silo.SignedIn("jiange", Roles.County, "510823");
        var tongjiang = await silo.SignedIn("tongjiang", Roles.County, "511921");
        await jiange.Accepted("/api/households/H1", Given.Household());

        await tongjiang.Put("/api/households/H1/members/1", Given.Member(1)).Refused(AccessRefusal.ScopeElsewhere);
        await jiange.Put("/api/households/H2", Given.Household(RunningSilo.ElsewhereVillage)).Refused(AccessRefusal.ScopeElsewhere);
        await tongjiang.GetAsync("/api/households/H1").Refused(AccessRefusal.ScopeElsewhere);
        await tongjiang.GetAsync("/api/households/H1/history").Refused(AccessRefusal.ScopeElsewhere);
    }

    [Fact]
    public async Task A_role_without_households_sees_none()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var province = await silo.SignedIn("province", Roles.ProvinceAnalyst, "51");

        (await province.GetAsync("/api/households/H1")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await province.PostAsync("/api/households/search", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
