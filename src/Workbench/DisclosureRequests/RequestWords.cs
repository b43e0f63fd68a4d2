using Revitalization.Contracts.DisclosureRequests;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.DisclosureRequests;

internal static class RequestWords
{
    public static readonly IReadOnlyList<Choice> States = DisclosureRequestTerms.States.ToChoices();
    public static readonly IReadOnlyList<Choice> Applicants = DisclosureRequestTerms.Applicants.ToChoices();
    public static readonly IReadOnlyList<Choice> Channels = DisclosureRequestTerms.Channels.ToChoices();
    public static readonly IReadOnlyList<Choice> Answers = DisclosureRequestTerms.Answers.ToChoices();

    public static (string Text, string Look) Stage(string stage) => stage switch
    {
        "received" => ("○ 已登记", "note"), "accepted" => ("◐ 已受理", "note"), "supplementing" => ("‖ 待补正", "warn"), "consulting" => ("‖ 征求意见中", "warn"),
        "answered" => ("✓ 已答复", "good"), "withdrawn" => ("■ 已撤回", ""), _ => (stage, ""),
    };

    public static string Answer(string? answer) => answer is null ? "" : answer == DisclosureRequestTerms.Withdrawn ? "申请人撤回" : DisclosureRequestTerms.Answers.GetValueOrDefault(answer, answer);
}
