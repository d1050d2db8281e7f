namespace TeamsConnectBot.Cards.Building;

/// <summary>What a card's buttons send back: the row they are about, and the nonce that proves that the bot made the card.</summary>
internal sealed record CardRef(Guid Id, string Nonce)
{
    // The generated ToString would put the nonce in a log.
    public override string ToString() => $"card {Id}";
}
