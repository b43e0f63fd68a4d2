using System.Net.Http.Json;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Villages;
using Revitalization.Domain.Households;
using Revitalization.Domain.Privacy;
using Revitalization.Domain.Villages;
using Revitalization.Hosting.Json;
using HouseholdView = Revitalization.Contracts.Households.HouseholdView;

namespace Revitalization.SystemTests.Silo;

/// <summary>What is checked of a person before it is sealed.</summary>
public sealed class PersonTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private readonly HttpClient _county = fixture.County;

    public static TheoryData<string, string, string> Broken => new()
    {
        { "name", nameof(PersonRefusal.NameMalformed), "   " },
        { "phone", nameof(PersonRefusal.PhoneMalformed), "13a" },
        { "bankAccount", nameof(PersonRefusal.BankAccountMalformed), "12" },
        { "health", nameof(PersonRefusal.HealthTooLong), new string('病', 201) },
        { "relation", nameof(PersonRefusal.TermUnknown), "cousin" },
        { "labour", nameof(PersonRefusal.TermUnknown), "strong" },
        { "employment", nameof(PersonRefusal.TermUnknown), "space" },
        { "schooling", nameof(PersonRefusal.TermUnknown), "doctor" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_field_is_named_and_nothing_is_recorded(string field, string refusal, string value)
    {
        await Registered("HP1");
        var body = Given.Member(1);
        body = field switch
        {
            "name" => body with { Name = value },
            "phone" => body with { Phone = value },
            "bankAccount" => body with { BankAccount = value },
            "health" => body with { Health = value },
            "relation" => body with { Relation = value },
            "labour" => body with { Labour = value },
            "employment" => body with { Employment = value },
            _ => body with { Schooling = value },
        };

        await _county.Put("/api/households/HP1/members/1", body).Refused(Enum.Parse<PersonRefusal>(refusal), field);

        (await _county.Read<HouseholdView>("/api/households/HP1")).Members.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_national_id_with_a_wrong_check_digit_is_refused()
    {
        await Registered("HP2");
        var id = Given.NationalId(7);
        var wrong = id[..17] + (id[17] == '1' ? '2' : '1');

        await _county.Put("/api/households/HP2/members/1", Given.Member(7) with { NationalId = wrong }).Refused(NationalIdRefusal.CheckDigitWrong, "nationalId");
    }

    [Fact]
    public async Task A_newborn_without_national_id_needs_birthday_and_sex_and_is_then_listed()
    {
        await Registered("HP3");
        await _county.Accepted("/api/households/HP3/members/1", Given.Member(9));
        var child = new MemberBody("示例婴", null, "child", new DateOnly(2023, 6, 1), Schooling: "preschool");

        await _county.Put("/api/households/HP3/births/2", new BirthBody(child)).Refused(PersonRefusal.BirthUnstated, "birthDate");
        await _county.Accepted("/api/households/HP3/births/2", new BirthBody(child with { BirthDate = new DateOnly(2023, 6, 1), Sex = "female" }));

        var view = await _county.Read<HouseholdView>("/api/households/HP3");
        view.Members.Single(member => member.Id == "2").Sex.ShouldBe("female");
    }

    [Fact]
    public async Task A_birthday_other_than_the_national_id_says_is_refused()
    {
        await Registered("HP4");
        var body = Given.Member(11) with { BirthDate = new DateOnly(1999, 1, 1) };

        await _county.Put("/api/households/HP4/members/1", body).Refused(PersonRefusal.BirthContradicted, "birthDate");
    }

    [Fact]
    public async Task An_id_that_would_not_fit_an_address_is_refused()
    {
        await _county.Put("/api/households/-a", Given.Household()).Refused(HouseholdRefusal.IdMalformed);
        await Registered("HP5");
        await _county.Put("/api/households/HP5/moves/-x", new MoveBody(RunningSilo.OtherVillage, new DateOnly(2023, 5, 1))).Refused(CommandRefusal.IdMalformed);
    }

    [Fact]
    public async Task A_body_that_names_an_unknown_field_changes_nothing()
    {
        var reply = await _county.PutAsJsonAsync("/api/households/HP6", new { villageCode = RunningSilo.Village, kind = "lifted", effectiveOn = "2023-01-01", head = "x" }, ServiceJson.Options);
        ((int)reply.StatusCode).ShouldBe(400);
        await _county.GetAsync("/api/households/HP6").Refused(QueryRefusal.HouseholdNotFound);
    }

    // Whoever sent "effectiveOn" cannot look for a fault in "on".
    [Fact]
    public async Task A_refusal_names_the_field_as_its_sender_wrote_it()
    {
        await Registered("HP7");
        await _county.Accepted("/api/households/HP7/members/1", Given.Member(301));
        DateOnly early = new(2022, 1, 1), never = new(2999, 1, 1);

        await _county.Put("/api/households/HP8", Given.Household(on: never)).Refused(HouseholdRefusal.DayInFuture, "effectiveOn");
        await _county.Put("/api/households/HP8", Given.Household("510823100999")).Refused(HouseholdRefusal.VillageUnknown, "villageCode");
        await _county.Put("/api/households/HP7/members/2", Given.Member(302, "spouse", on: early)).Refused(HouseholdRefusal.BeforeRegistration, "effectiveOn");
        await _county.Put("/api/households/HP7/incomes/2023-Q1", Given.Income(-1)).Refused(HouseholdRefusal.AmountNegative, "wageFen");
        await _county.Put("/api/households/HP7/deaths/1", new DeathBody(never)).Refused(HouseholdRefusal.DayInFuture, "diedOn");
        await _county.Put("/api/households/HP7/departures/9", new DepartureBody("moved-out", Given.Registered)).Refused(HouseholdRefusal.MemberUnknown, "member");
        await _county.Put("/api/households/HP7/moves/m", new MoveBody("510823100999", Given.Registered)).Refused(HouseholdRefusal.VillageUnknown, "toVillageCode");
        await _county.Put("/api/households/HP7/splits/s", new SplitBody("HP9", ["7"], "7", Given.Registered)).Refused(HouseholdRefusal.MemberUnknown, "members");
        await _county.Put("/api/villages/510823100913", new VillageBody("新村(示例)", never)).Refused(VillageRefusal.DayInFuture, "establishedOn");
    }

    // The first receipt said that the death stands, and the register went on without it.
    [Fact]
    public async Task A_death_withdrawn_and_recorded_anew_is_recorded_and_a_plain_repeat_is_answered_with_its_receipt()
    {
        await Registered("HP20");
        await _county.Accepted("/api/households/HP20/members/1", Given.Member(321));
        await _county.Accepted("/api/households/HP20/members/2", Given.Member(322, "spouse"));
        var death = new DeathBody(new DateOnly(2023, 4, 1));
        for (var time = 1; time <= 2; time++)
        {
            var recorded = await _county.Accepted("/api/households/HP20/deaths/2", death);
            (await _county.Accepted("/api/households/HP20/deaths/2", death)).ShouldBe(recorded);
            await _county.Put("/api/households/HP20/deaths/2", death with { NewHead = "1" }).Refused(CommandRefusal.CommandIdReused);
            await _county.Accepted($"/api/households/HP20/corrections/c{time}", new CorrectionBody(recorded.Version, "误报"));
        }
        var birth = new BirthBody(new MemberBody("示例丙", null, "child", new DateOnly(2023, 5, 1), BirthDate: new DateOnly(2023, 5, 1), Sex: "female"));
        var born = await _county.Accepted("/api/households/HP20/births/3", birth);
        await _county.Accepted("/api/households/HP20/corrections/c3", new CorrectionBody(born.Version, "误登"));
        (await _county.Accepted("/api/households/HP20/births/3", birth)).Version.ShouldBe(born.Version + 2);

        (await _county.Accepted("/api/households/HP20/deaths/2", death)).Version.ShouldBe(born.Version + 3);

        var household = await _county.Read<HouseholdView>("/api/households/HP20");
        household.Members.Select(member => member.Id).ShouldBe(["1", "3"], ignoreOrder: true);
    }

    // These acts bear the member's id: the second leaving was taken for the first, sent with other content.
    [Fact]
    public async Task Who_leaves_comes_back_and_leaves_again_is_recorded_each_time()
    {
        await Registered("HP10");
        await _county.Accepted("/api/households/HP10/members/1", Given.Member(311));
        await _county.Accepted("/api/households/HP10/members/2", Given.Member(312, "spouse"));
        var left = new DepartureBody("moved-out", new DateOnly(2023, 2, 1));
        var back = new ArrivalBody("moved-in", Given.Member(312, "spouse", on: new DateOnly(2023, 3, 1)));

        var first = await _county.Accepted("/api/households/HP10/departures/2", left);
        await _county.Accepted("/api/households/HP10/arrivals/2", back);
        await _county.Accepted("/api/households/HP10/departures/2", left with { LeftOn = new DateOnly(2023, 4, 1) });

        (await _county.Accepted("/api/households/HP10/departures/2", left)).ShouldBe(first);
        await _county.Put("/api/households/HP10/departures/2", left with { Kind = "married-out" }).Refused(CommandRefusal.CommandIdReused);
        (await _county.Read<HouseholdView>("/api/households/HP10")).Members.Single().Id.ShouldBe("1");
        await _county.Accepted("/api/households/HP10/arrivals/2", back with { Member = back.Member with { EffectiveOn = new DateOnly(2023, 5, 1) } });
        (await _county.Read<HouseholdView>("/api/households/HP10")).Members.Count.ShouldBe(2);
    }

    private Task<Receipt> Registered(string id) => _county.Accepted($"/api/households/{id}", Given.Household());
}
