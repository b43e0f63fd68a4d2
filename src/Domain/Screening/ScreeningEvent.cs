using System.Collections.Immutable;
using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Screening;

/// <summary>A fact of one screening of a county (集中筛查); its stream is <c>screening/{county}/{id}</c>.</summary>
public abstract record ScreeningEvent;

/// <param name="Day">The day whose rules are asked, as known at <paramref name="At"/>.</param>
/// <param name="Pack">Id of the pack that held then.</param>
public sealed record ScreeningRequested(ScreeningKind Kind, Period Period, DateOnly Day, string Pack, string By, DateTimeOffset At) : ScreeningEvent;

/// <summary>A run over all households begins; what an earlier run found is dropped, because it stopped half-way.</summary>
/// <param name="Position">Of the log: the register's tables showed everything up to it, and nothing after.</param>
public sealed record ScreeningBegun(int Run, long Position, DateTimeOffset At) : ScreeningEvent;

/// <summary>Some of the households that the run flagged, with the figures that flagged them.</summary>
/// <param name="Screened">How many households the run had looked at by then.</param>
public sealed record HouseholdsFlagged(int Run, int Batch, long Screened, ImmutableArray<FlaggedHousehold> Households) : ScreeningEvent;

public sealed record ScreeningCompleted(int Run, long Screened, long Flagged, DateTimeOffset At) : ScreeningEvent;

/// <summary>It could not be ended; another screening may be asked for.</summary>
/// <param name="Problem">In Chinese, without personal data.</param>
public sealed record ScreeningFailed(int Run, string Problem, DateTimeOffset At) : ScreeningEvent;
