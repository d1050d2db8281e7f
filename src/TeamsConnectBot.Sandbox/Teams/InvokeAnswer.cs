namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>What the service answered to a click on a card.</summary>
/// <param name="HttpStatus">The HTTP status; 0 when there was no answer at all.</param>
/// <param name="StatusCode">The <c>statusCode</c> in the body.</param>
/// <param name="Type">The media type in the body's <c>type</c>.</param>
/// <param name="CardJson">The new card for the person who clicked; null when there is none.</param>
/// <param name="Message">The text Teams would show instead: a message, or an error's text.</param>
internal sealed record InvokeAnswer(int HttpStatus, int StatusCode, string Type, string? CardJson, string? Message)
{
    public bool Ok => HttpStatus == 200 && StatusCode == 200;
}
