using Revitalization.Contracts.Claims;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Claims;

public static class ClaimWords
{
    public static readonly IReadOnlyList<Choice> Kinds = ClaimTerms.Kinds.ToChoices();
    public static readonly IReadOnlyList<Choice> Units = ClaimTerms.Units.ToChoices();

    public static (string Text, string Look) Verdict(string verdict) => verdict switch
    {
        "agrees" => ("✓ 相符", "good"), "differs" => ("✕ 不符", "bad"), "implausible" => ("! 存疑", "warn"), "not-computable" => ("— 无法核算", ""), _ => (verdict, ""),
    };
}
