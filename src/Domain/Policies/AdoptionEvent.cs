namespace Revitalization.Domain.Policies;

/// <summary>A fact about which rules a county goes by. Account and time stand in the event too, because the county's page shows them.</summary>
public abstract record AdoptionEvent;

/// <summary>采用政策包.</summary>
public sealed record PolicyAdopted(string Pack, DateOnly From, DateOnly? Until, string By, DateTimeOffset At) : AdoptionEvent;

/// <summary>The last day was set, moved or taken away (截止日调整).</summary>
public sealed record AdoptionEndSet(string Pack, DateOnly From, DateOnly? Until, string By, DateTimeOffset At) : AdoptionEvent;

/// <summary>It was recorded by mistake (撤回采用): it never held, though until now it was known to.</summary>
public sealed record AdoptionWithdrawn(string Pack, DateOnly From, string Reason) : AdoptionEvent;
