namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>A card is larger than <see cref="AdaptiveCard.MaxBytes"/>.</summary>
/// <param name="bytes">The card's size.</param>
public sealed class CardTooLargeException(int bytes)
    : InvalidOperationException($"The card is {bytes} bytes long; at most {AdaptiveCard.MaxBytes} bytes are allowed.")
{
    /// <summary>The card's size in bytes of UTF-8.</summary>
    public int Bytes { get; } = bytes;
}
