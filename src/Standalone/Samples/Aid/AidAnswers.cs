using Revitalization.Contracts.Aid;

namespace Revitalization.Standalone.Samples.Aid;

/// <summary>What follows a report: the county's answer, and talk about it.</summary>
public sealed class AidAnswers(AidScript script, AidActors by, string address)
{
    public AidScript Confirm(DateOnly on, long? yuan = null, string? reason = null) =>
        Answer(new AnswerBody(on, "confirm", yuan is { } part ? AidScript.Fen(part) : null, Reason: reason));

    public AidScript Dispute(DateOnly on, string reason) => Answer(new AnswerBody(on, "dispute", Reason: reason));

    public AidScript Return(DateOnly on, string reason) => Answer(new AnswerBody(on, "return", Reason: reason));

    public AidAnswers Say(string comment, bool partner, DateOnly on, string text)
    {
        script.Do(0, partner ? by.Partner : by.County, $"{address}/comments/{comment}", new CommentBody(on, text));
        return this;
    }

    public AidScript Withdraw(DateOnly on, string reason) => script.Do(0, by.Partner, $"{address}/withdrawal", new ReportWithdrawalBody(on, reason));

    /// <summary>The county has not answered.</summary>
    public AidScript Wait() => script;

    private AidScript Answer(AnswerBody body) => script.Do(0, by.County, $"{address}/decision", body);
}
