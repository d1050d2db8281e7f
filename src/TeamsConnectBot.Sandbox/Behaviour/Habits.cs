using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>How people answer. Every draw depends only on the seed, the person and the card, so each run is the same.</summary>
internal sealed record Habits
{
    public ulong Seed { get; init; } = 1;

    /// <summary>The probability that a person accepts an invitation.</summary>
    public double Yes { get; init; } = 0.6;

    /// <summary>Whether some people answer late, change their minds, cancel, pause, block the bot or uninstall the app.</summary>
    public bool Messy { get; init; }

    /// <summary>
    /// The share of people who let the service use what is known about their days with AI, where the organisation agreed to that; null
    /// where it did not.
    /// </summary>
    public double? Ai { get; init; }

    /// <summary>
    /// The chance that a person asks colleagues something in a week, where the organisation agreed to that; null where it did not.
    /// </summary>
    public double? Asks { get; init; }

    /// <summary>
    /// Whether answers depend on the week rather than on the message's position in the chat. A message that arrives twice then
    /// does not change any later answer.
    /// </summary>
    public bool ByWeek { get; init; }

    public SeededRandom For(Guid person, string occasion) =>
        new(occasion.Aggregate(SeededRandom.Mix(Seed, person), (seed, letter) => SeededRandom.Mix(seed, letter)));
}
