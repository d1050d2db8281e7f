using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>How people answer. Every draw follows from the seed, the person and the card, so a run is the same each time.</summary>
internal sealed record Habits
{
    public ulong Seed { get; init; } = 1;

    /// <summary>The chance of a yes to an invitation.</summary>
    public double Yes { get; init; } = 0.6;

    /// <summary>The chance that an offered gap is ticked with a yes; at least one is.</summary>
    public double Tick { get; init; } = 0.7;

    /// <summary>Whether some answer late, take back, cancel, pause, block or uninstall.</summary>
    public bool Messy { get; init; }

    /// <summary>The chance that someone tells of a meeting that took place.</summary>
    public double TellsMet { get; init; } = 0.9;

    /// <summary>
    /// Whether answers follow from the week instead of from the message's place in the chat: then a message that came twice
    /// changes no later answer.
    /// </summary>
    public bool ByWeek { get; init; }

    public SeededRandom For(Guid person, string occasion)
    {
        var mixed = SeededRandom.Mix(Seed, person);
        foreach (var letter in occasion)
        {
            mixed = SeededRandom.Mix(mixed, letter);
        }

        return new SeededRandom(mixed);
    }
}
