namespace Revitalization.Hosting.Refusals;

/// <summary>One entry of a problem's <c>errors[]</c>.</summary>
/// <param name="Field">Path of the field in the body (<c>members[3].nationalId</c>), or a parameter's name. Never its value.</param>
/// <param name="Detail">What is wrong with it, in Chinese.</param>
/// <param name="Rule">Code of the refusal or name of the rule that it broke.</param>
/// <param name="Row">Row of a sheet, where there is one.</param>
public sealed record FieldError(string Field, string Detail, string? Rule = null, long? Row = null);
