using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.DisclosureRequests;
using Revitalization.Domain.Privacy;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Tests.DisclosureRequests;

/// <summary>The law's clock of a request: what runs, what stops, what begins anew, and who is late.</summary>
public sealed class RequestClockTests
{
    private const string By = "officer";
    private static readonly DateOnly Received = new(2023, 3, 6), Today = new(2023, 12, 1);
    private static readonly PersonalText Said = new(new("0b0e4a53-7a0c-4a3e-8d61-0c6ce1b7a001"), new("x"));
    private static readonly ReceiveRequest Request = new(By, Received, "510823", ApplicantKind.Person, RequestChannel.Post, Said);

    private static DisclosureRequest After(DisclosureRequest request, params DisclosureRequestCommand[] commands)
    {
        foreach (var command in commands)
        {
            var decision = DisclosureRequestRules.Decide(request, command, RegionBook.Shipped, WorkdayCalendar.Shipped, Today);
            decision.Refusal.ShouldBeNull(command.ToString());
            request = decision.Events.Aggregate(request, DisclosureRequest.Evolve);
        }
        return request;
    }

    private static void Refuses(DisclosureRequest request, DisclosureRequestCommand command, DisclosureRequestRefusal refusal) =>
        DisclosureRequestRules.Decide(request, command, RegionBook.Shipped, WorkdayCalendar.Shipped, Today).Refusal.ShouldNotBeNull(command.ToString()).Code.ShouldBe(refusal.On().Code);

    private static DateOnly? Due(DisclosureRequest request) => request.Clock.LastDay(WorkdayCalendar.Shipped)?.Value;

    private static DisclosureRequest Open => After(DisclosureRequest.Empty, Request);

    // 20 working days after Monday 6 March 2023: 清明 on 5 April is no working day.
    [Fact]
    public void An_answer_is_due_twenty_working_days_after_receipt_and_once_twenty_more()
    {
        Due(Open).ShouldBe(new DateOnly(2023, 4, 3));
        var extended = After(Open, new ExtendRequest(By, new(2023, 4, 3), "检索量大"));
        Due(extended).ShouldBe(WorkdayCalendar.Shipped.Add(Received, 40).Value);
        Refuses(extended, new ExtendRequest(By, new(2023, 4, 4), "再延"), DisclosureRequestRefusal.ExtendedTwice);
        Refuses(Open, new ExtendRequest(By, new(2023, 4, 4), "检索量大"), DisclosureRequestRefusal.ExtensionLate);
        Refuses(Open, new ExtendRequest(By, new(2023, 4, 3), "电话13800000000"), DisclosureRequestRefusal.ReasonImplausible);
    }

    [Fact]
    public void A_supplement_stops_the_clock_and_its_receipt_begins_it_anew()
    {
        var asked = After(Open, new AskSupplement(By, new(2023, 3, 15), Said)); // The seventh working day.
        Due(asked).ShouldBeNull();
        Refuses(Open, new AskSupplement(By, new(2023, 3, 16), Said), DisclosureRequestRefusal.SupplementLate);
        Refuses(asked, new BeginConsultation(By, new(2023, 3, 16)), DisclosureRequestRefusal.ClockStopped);
        Refuses(asked, new AnswerRequest(By, new(2023, 3, 16), AnswerKind.Open, null, Said), DisclosureRequestRefusal.ClockStopped);
        After(asked, new AnswerRequest(By, new(2023, 5, 4), AnswerKind.NotSupplemented, "条例第三十条", Said)).Stage.ShouldBe(RequestStage.Answered);
        var supplemented = After(asked, new ReceiveSupplement(By, new(2023, 5, 8)));
        Due(supplemented).ShouldBe(WorkdayCalendar.Shipped.Add(new(2023, 5, 8), 20).Value);
        Refuses(supplemented, new AskSupplement(By, new(2023, 5, 9), Said), DisclosureRequestRefusal.SupplementTwice);
        Refuses(supplemented, new ReceiveSupplement(By, new(2023, 5, 9)), DisclosureRequestRefusal.NotSupplementing);
    }

    [Fact]
    public void Asking_others_does_not_count()
    {
        var asking = After(Open, new AcceptRequest(By, new(2023, 3, 7)), new BeginConsultation(By, new(2023, 3, 10)));
        Due(asking).ShouldBeNull();
        Refuses(asking, new AnswerRequest(By, new(2023, 3, 13), AnswerKind.Open, null, Said), DisclosureRequestRefusal.ClockStopped);
        var asked = After(asking, new EndConsultation(By, new(2023, 3, 24)));
        asked.Stage.ShouldBe(RequestStage.Accepted);
        Due(asked).ShouldBe(WorkdayCalendar.Shipped.Add(Received, 30).Value); // Ten working days of asking.
        Refuses(asked, new BeginConsultation(By, new(2023, 3, 27)), DisclosureRequestRefusal.ConsultationTwice);
        Refuses(asked, new EndConsultation(By, new(2023, 3, 27)), DisclosureRequestRefusal.NotConsulting);
        Refuses(asked, new AcceptRequest(By, new(2023, 3, 27)), DisclosureRequestRefusal.AlreadyAccepted);
    }

    [Fact]
    public void What_is_not_given_rests_on_a_ground_and_what_is_over_stays_so()
    {
        Refuses(Open, new AnswerRequest(By, new(2023, 3, 20), AnswerKind.Partly, " ", Said), DisclosureRequestRefusal.GroundMissing);
        Refuses(Open, new AnswerRequest(By, new(2023, 3, 20), AnswerKind.Partly, new('字', 501), Said), DisclosureRequestRefusal.TextImplausible);
        var answered = After(Open, new AnswerRequest(By, new(2023, 3, 20), AnswerKind.AlreadyPublic, null, Said));
        Refuses(answered, new WithdrawRequest(By, new(2023, 3, 21)), DisclosureRequestRefusal.AlreadyEnded);
        After(Open, new WithdrawRequest(By, Received)).Stage.ShouldBe(RequestStage.Withdrawn);
    }

    [Fact]
    public void What_cannot_have_happened_is_refused_by_name()
    {
        Refuses(DisclosureRequest.Empty, new AcceptRequest(By, Received), DisclosureRequestRefusal.RequestUnknown);
        Refuses(DisclosureRequest.Empty, Request with { Region = "51" }, DisclosureRequestRefusal.RegionUnknown);
        Refuses(DisclosureRequest.Empty, Request with { On = Today.AddDays(1) }, DisclosureRequestRefusal.DayImplausible);
        Refuses(Open, new AcceptRequest(By, Received.AddDays(-1)), DisclosureRequestRefusal.DayImplausible);
        Refuses(Open, Request with { Region = "510821" }, DisclosureRequestRefusal.AlreadyReceived);
        DisclosureRequestRules.Decide(Open, Request, RegionBook.Shipped, WorkdayCalendar.Shipped, Today).Events.ShouldBeEmpty();
    }
}
