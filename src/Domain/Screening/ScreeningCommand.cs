using System.Collections.Immutable;
using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Screening;

/// <summary>A command to one screening.</summary>
[GenerateSerializer, Immutable, Alias("screening-command")]
public abstract record ScreeningCommand;

/// <summary>Asks for a screening of the whole county; the same again changes nothing.</summary>
/// <param name="PackSpeaks">Whether the pack that holds has any rule for this kind of screening.</param>
[GenerateSerializer, Immutable, Alias("request-screening")]
public sealed record RequestScreening(
    [property: Id(0)] ScreeningKind Kind, [property: Id(1)] Period Period, [property: Id(2)] DateOnly Day, [property: Id(3)] string Pack,
    [property: Id(4)] bool PackSpeaks, [property: Id(5)] DateOnly Today) : ScreeningCommand;

/// <summary>Sent by the runner, once for each attempt.</summary>
[GenerateSerializer, Immutable, Alias("begin-screening")]
public sealed record BeginScreening([property: Id(0)] int Run, [property: Id(1)] long Position) : ScreeningCommand;

[GenerateSerializer, Immutable, Alias("flag-households")]
public sealed record FlagHouseholds(
    [property: Id(0)] int Run, [property: Id(1)] int Batch, [property: Id(2)] long Screened, [property: Id(3)] ImmutableArray<FlaggedHousehold> Households) : ScreeningCommand;

[GenerateSerializer, Immutable, Alias("complete-screening")]
public sealed record CompleteScreening([property: Id(0)] int Run, [property: Id(1)] long Screened) : ScreeningCommand;

[GenerateSerializer, Immutable, Alias("fail-screening")]
public sealed record FailScreening([property: Id(0)] int Run, [property: Id(1)] string Problem) : ScreeningCommand;
