using Revitalization.Hosting.Look;

namespace Revitalization.Workbench.SignIn;

/// <summary>The sign-in form. What it posts goes to the Gateway's <c>/sign-in</c>, which alone sees the password.</summary>
internal static class SignInPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/workbench/sign-in", Show).AllowAnonymous();

    /// <param name="returnTo">Only an address of our own pages: anything else would make the sign-in page a springboard.</param>
    private static HtmlPage<SignInPage> Show(string? returnTo = null, string? failed = null) => new(new Dictionary<string, object?>
    {
        [nameof(SignInPage.ReturnTo)] = IsOwnPage(returnTo) ? returnTo : "/workbench/",
        [nameof(SignInPage.Failure)] = FailureText(failed),
    });

    private static bool IsOwnPage(string? address) =>
        address is not null && address.StartsWith("/workbench/", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal);

    private static string? FailureText(string? failed) => failed switch
    {
        null => null,
        "ended" => "登录已过期，请重新登录。",
        "too-many" => "尝试次数过多，请稍后再试。",
        _ => "账号或密码不正确。请核对后再试；多次失败会暂时锁定。",
    };
}
