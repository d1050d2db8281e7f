namespace TeamsConnectBot.Core.Rules;

/// <summary>One reason for somebody's need, kept with the decision and put into words only where it is shown: to that person.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Value">The number behind it, in the unit its kind names.</param>
/// <param name="Points">What it adds to the need.</param>
public readonly record struct NeedFact(NeedFactKind Kind, int Value, int Points);
