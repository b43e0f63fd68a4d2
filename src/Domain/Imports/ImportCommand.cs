using System.Collections.Immutable;

namespace Revitalization.Domain.Imports;

/// <summary>A command to one import.</summary>
[GenerateSerializer, Immutable, Alias("import-command")]
public abstract record ImportCommand;

/// <inheritdoc cref="ImportReceived"/>
[GenerateSerializer, Immutable, Alias("receive-import")]
public sealed record ReceiveImport(
    [property: Id(0)] string Kind, [property: Id(1)] string Region, [property: Id(2)] string Source, [property: Id(3)] string Format,
    [property: Id(4)] string? Encoding, [property: Id(5)] long Bytes, [property: Id(6)] string UploadedBy, [property: Id(7)] string Role,
    [property: Id(8)] ImmutableArray<string> Scopes, [property: Id(9)] DateTimeOffset At, [property: Id(10)] DateOnly DeleteFilesOn,
    [property: Id(11)] ImmutableArray<string> UnknownColumns, [property: Id(12)] ImmutableArray<ColumnRule>? Mapping) : ImportCommand;

[GenerateSerializer, Immutable, Alias("start-import")]
public sealed record StartImport([property: Id(0)] DateTimeOffset At) : ImportCommand;

[GenerateSerializer, Immutable, Alias("advance-import")]
public sealed record AdvanceImport([property: Id(0)] ImportTally Tally) : ImportCommand;

[GenerateSerializer, Immutable, Alias("complete-import")]
public sealed record CompleteImport([property: Id(0)] ImportTally Tally, [property: Id(1)] DateTimeOffset At) : ImportCommand;

[GenerateSerializer, Immutable, Alias("cancel-import")]
public sealed record CancelImport([property: Id(0)] DateTimeOffset At) : ImportCommand;

[GenerateSerializer, Immutable, Alias("resume-import")]
public sealed record ResumeImport([property: Id(0)] DateTimeOffset At) : ImportCommand;

[GenerateSerializer, Immutable, Alias("interrupt-import")]
public sealed record InterruptImport([property: Id(0)] DateTimeOffset At) : ImportCommand;

[GenerateSerializer, Immutable, Alias("fail-import")]
public sealed record FailImport([property: Id(0)] string Code, [property: Id(1)] string Detail, [property: Id(2)] DateTimeOffset At) : ImportCommand;

[GenerateSerializer, Immutable, Alias("delete-import-files")]
public sealed record DeleteImportFiles([property: Id(0)] DateTimeOffset At) : ImportCommand;
