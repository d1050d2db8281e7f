namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>A card takes more than <see cref="AdaptiveCard.MaxBytes"/> bytes.</summary>
/// <param name="bytes">What the card takes.</param>
public sealed class CardTooLargeException(int bytes)
    : InvalidOperationException($"The card takes {bytes} bytes; at most {AdaptiveCard.MaxBytes} are allowed.")
{
    /// <summary>The size of the card in bytes of UTF-8.</summary>
    public int Bytes { get; } = bytes;
}
