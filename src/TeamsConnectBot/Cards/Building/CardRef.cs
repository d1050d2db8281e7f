namespace TeamsConnectBot.Cards.Building;

/// <summary>What a card's buttons carry back: which row they are about, and the secret that shows we made the card.</summary>
internal sealed record CardRef(Guid Id, string Nonce)
{
    // A printed record would put the nonce in a log.
    public override string ToString() => $"card {Id}";
}
