using NodaTime;

namespace TeamsConnectBot.Data;

/// <summary>How many people were erased on a day; nothing of whom.</summary>
internal sealed class Erasure
{
    public required LocalDate Day { get; init; }

    public int People { get; set; }
}
