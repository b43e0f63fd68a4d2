using System.Net.Http.Json;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Regions;
using Revitalization.Contracts.Villages;
using Revitalization.Hosting;
using Revitalization.Hosting.Json;
using Revitalization.Storage;

namespace Revitalization.SystemTests.Silo;

public sealed class ReadTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private readonly HttpClient _county = fixture.County;

    [Fact]
    public async Task A_household_reads_as_of_a_day_and_as_known_on_a_day()
    {
        await _county.Accepted("/api/households/HR1", Given.Household());
        await _county.Accepted("/api/households/HR1", Given.Household(kind: "low-income", on: new DateOnly(2023, 6, 1)));

        (await _county.Read<HouseholdView>("/api/households/HR1?asOf=2023-05-31")).Kind.ShouldBe("lifted");
        (await _county.Read<HouseholdView>("/api/households/HR1?asOf=2023-06-01")).Kind.ShouldBe("low-income");
        // Before today nobody knew of the household.
        await _county.GetAsync("/api/households/HR1?knownOn=2024-01-01").Refused(QueryRefusal.HouseholdNotFound);
        await _county.GetAsync("/api/households/HR1?asOf=2999-01-01").Refused(QueryRefusal.DayInFuture);
        await _county.GetAsync("/api/households/HR1?purpose=curiosity").Refused(QueryRefusal.PurposeUnknown, "purpose");
    }

    // 个人信息保护法: whoever reads personal data can be named afterwards.
    [Fact]
    public async Task Reading_a_household_leaves_an_audit_entry_before_the_answer()
    {
        await _county.Accepted("/api/households/HR2", Given.Household());
        await _county.Read<HouseholdView>("/api/households/HR2?purpose=visit");

        var events = await AllEvents();

        events.ShouldContain(entry => entry.Type == "audit.personal-data-read" && entry.Actor == "jiange"
            && entry.Data.GetProperty("household").GetString() == "HR2" && entry.Data.GetProperty("purpose").GetString() == "visit");
    }

    [Fact]
    public async Task Auditors_see_events_with_every_personal_field_masked()
    {
        await _county.Accepted("/api/households/HR3", Given.Household());
        await _county.Accepted("/api/households/HR3/members/1", Given.Member(21));

        var joined = (await AllEvents()).Last(entry => entry.Stream == "household/HR3" && entry.Type == "household.member-joined");

        var details = joined.Data.GetProperty("details");
        details.GetProperty("name").GetString().ShouldBe("***");
        details.GetProperty("nationalId").GetString().ShouldBe("***");
        details.GetProperty("person").GetString().ShouldBe("***");
        joined.Title.ShouldBe("成员增加");
    }

    [Fact]
    public async Task Search_finds_by_national_id_and_by_name_from_the_body()
    {
        await _county.Accepted("/api/households/HR4", Given.Household());
        var receipt = await _county.Accepted("/api/households/HR4/members/1", Given.Member(31, name: "示例寻"));

        (await Search(new(NationalId: Given.NationalId(31)), receipt.Seq)).Items.Single().Id.ShouldBe("HR4");
        var found = (await Search(new(Name: "示例寻"), receipt.Seq)).Items.Single();
        found.HeadNameMasked.ShouldBe("示**");
        (await Search(new(NationalId: Given.NationalId(32)), receipt.Seq)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_pages_through_a_region_without_gap_or_repeat()
    {
        var seq = 0L;
        for (var n = 0; n < 7; n++) seq = (await _county.Accepted($"/api/households/HS{n}", Given.Household(RunningSilo.OtherVillage))).Seq;

        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Search(new(RegionCode: RunningSilo.OtherVillage, HouseholdId: "HS", Limit: 3, Cursor: cursor), seq);
            ids.AddRange(page.Items.Select(item => item.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        ids.ShouldBe(["HS0", "HS1", "HS2", "HS3", "HS4", "HS5", "HS6"]);
    }

    [Fact]
    public async Task Search_refuses_what_it_cannot_answer()
    {
        await Post(new(Limit: 0)).Refused(QueryRefusal.LimitOutOfRange, "limit");
        await Post(new(Cursor: "!!")).Refused(QueryRefusal.CursorInvalid, "cursor");
        await Post(new(RegionCode: "511921")).Refused(AccessRefusal.ScopeElsewhere, "regionCode");
    }

    [Fact]
    public async Task A_read_that_waits_for_a_write_never_made_says_so()
    {
        await _county.GetAsync("/api/households/HR9?after=999999999").Refused(QueryRefusal.NotYetProjected);
    }

    [Fact]
    public async Task Villages_and_regions_are_looked_up()
    {
        await fixture.Silo.Projected();
        var villages = await _county.Read<Page<VillageView>>("/api/villages?region=510823");
        villages.Items.Select(village => village.Code).ShouldBe([RunningSilo.Village, RunningSilo.OtherVillage]);
        villages.Items[0].Synthetic.ShouldBeTrue();
        await _county.GetAsync("/api/villages/510823100999").Refused(QueryRefusal.VillageNotFound);

        var jiange = await _county.Read<RegionView>("/api/regions/510823");
        jiange.FullName.ShouldBe("四川省广元市剑阁县");
        (await _county.Read<RegionView[]>("/api/regions?name=三江镇")).Length.ShouldBeGreaterThan(1);
        await _county.GetAsync("/api/regions/990000").Refused(QueryRefusal.RegionNotFound);
    }

    [Fact]
    public async Task Every_refusal_is_published_with_its_remedy()
    {
        var all = await _county.Read<List<Contracts.Refusals.RefusalEntry>>("/api/problems");
        all.ShouldContain(entry => entry.Code == "household.village-unknown" && entry.Remedy.Length > 0);
        (await _county.GetAsync("/api/openapi.json")).IsSuccessStatusCode.ShouldBeTrue();
    }

    private Task<HttpResponseMessage> Post(HouseholdSearch search, long after = 0) =>
        _county.PostAsJsonAsync($"/api/households/search?after={after}", search, ServiceJson.Options);

    private async Task<Page<HouseholdFound>> Search(HouseholdSearch search, long after)
    {
        var reply = await Post(search, after);
        reply.IsSuccessStatusCode.ShouldBeTrue(await reply.Content.ReadAsStringAsync());
        return (await reply.Content.ReadFromJsonAsync<Page<HouseholdFound>>(ServiceJson.Options))!;
    }

    private async Task<List<HistoryEntry>> AllEvents()
    {
        var all = new List<HistoryEntry>();
        string? next = "0";
        while (next is not null)
        {
            var page = await fixture.Auditor.Read<Page<HistoryEntry>>($"/api/events?after={next}&limit=100");
            all.AddRange(page.Items);
            next = page.NextCursor;
        }
        return all;
    }

    // A database that is away for a moment is no fault of ours to report: the sender is told to come again, and when.
    [Fact]
    public void A_storage_that_cannot_be_reached_is_a_service_that_comes_back()
    {
        var temporary = fixture.Silo.Get<ServiceOptions>().IsTemporary!;

        temporary(new StorageFaultException("the database went away")).ShouldBeTrue();
        temporary(new InvalidOperationException("ours")).ShouldBeFalse();
    }
}
