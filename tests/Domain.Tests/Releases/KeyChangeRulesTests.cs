using Revitalization.Contracts.Releases;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Releases;

namespace Revitalization.Domain.Tests.Releases;

/// <summary>The key that everybody's trust hangs on is changed by two people, and the log says why.</summary>
public sealed class KeyChangeRulesTests
{
    private static readonly DateTimeOffset At = new(2023, 10, 8, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly KeyChange Asked = KeyChange.Evolve(KeyChange.Empty, new KeyChangeAsked("例行更换", "wang"));

    [Fact]
    public void What_one_administrator_asked_another_approves()
    {
        var approved = KeyChangeRules.Decide(Asked, new ApproveKeyChange("zhao", At)).Events.ShouldHaveSingleItem();

        KeyChange.Evolve(Asked, approved).IsApproved.ShouldBeTrue();
    }

    // Whoever could change the key alone could sign anything alone.
    [Fact]
    public void Nobody_approves_a_change_he_asked_for() => Refused(Asked, new ApproveKeyChange("wang", At), KeyChangeRefusal.SamePerson);

    [Fact]
    public void What_nobody_asked_for_is_not_approved() => Refused(KeyChange.Empty, new ApproveKeyChange("zhao", At), KeyChangeRefusal.ChangeUnknown);

    [Fact]
    public void A_change_is_approved_once()
    {
        var approved = KeyChange.Evolve(Asked, new KeyChangeApproved("zhao", At));

        Refused(approved, new ApproveKeyChange("li", At), KeyChangeRefusal.AlreadyApproved);
        Refused(approved, Ask(1), KeyChangeRefusal.AlreadyApproved);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(0, false)]
    public void Changes_follow_one_another_without_gaps(int number, bool follows) =>
        KeyChangeRules.Decide(KeyChange.Empty, Ask(number)).Refusal.ShouldBe(follows ? null : KeyChangeRefusal.NumberNotNext.On("number"));

    [Fact]
    public void A_change_without_a_reason_is_not_asked_for()
    {
        Refused(KeyChange.Empty, Ask(1) with { Reason = null }, KeyChangeRefusal.ReasonMalformed);
        Refused(KeyChange.Empty, Ask(1) with { Reason = "  " }, KeyChangeRefusal.ReasonMalformed);
        Refused(KeyChange.Empty, Ask(1) with { Reason = new string('长', 201) }, KeyChangeRefusal.ReasonMalformed);
        Refused(KeyChange.Empty, Ask(1) with { Reason = "两\n行" }, KeyChangeRefusal.ReasonMalformed);
        KeyChangeRules.Decide(KeyChange.Empty, Ask(1) with { Reason = new string('长', 200) }).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Asking_twice_changes_nothing() => KeyChangeRules.Decide(Asked, Ask(1)).Events.ShouldBeEmpty();

    private static AskKeyChange Ask(int number) => new(number, 0, "例行更换", "wang");

    private static void Refused(KeyChange change, KeyChangeCommand command, KeyChangeRefusal refusal) =>
        KeyChangeRules.Decide(change, command).Refusal!.Code.ShouldBe(refusal.On().Code);
}
