namespace Revitalization.Workbench.SiloApi;

/// <summary>A refusal as the Silo answers it (RFC 9457), with the fields it points at.</summary>
public sealed record Problem(int Status, string? Type, string? Title, string? Detail, IReadOnlyList<FieldFault>? Errors, string? TraceId)
{
    public static Problem OfFields(params IReadOnlyList<FieldFault> faults) =>
        new(StatusCodes.Status422UnprocessableEntity, null, "有内容需要改正", "请按各项下面的说明改正后再提交。", faults, null);
}

/// <summary>What is wrong with one field: <c>errors[]</c> of a problem.</summary>
public sealed record FieldFault(string? Field, long? Row, string? Rule, string? Detail);

/// <summary>What the Silo said: a value, or a refusal that the page shows.</summary>
public readonly record struct Answer<T>(T? Value, Problem? Problem);
