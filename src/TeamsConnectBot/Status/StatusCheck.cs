namespace TeamsConnectBot.Status;

/// <summary>Checks one part of the service.</summary>
/// <param name="part">The part's stable key.</param>
internal abstract class StatusCheck(string part)
{
    public string Part { get; } = part;

    /// <summary>Whether the process can do its work without this part.</summary>
    public virtual bool IsOptional => false;

    /// <summary>How long one check may take.</summary>
    public virtual TimeSpan Timeout { get; } = TimeSpan.FromSeconds(5);

    public abstract Task<PartFinding> CheckAsync(CancellationToken cancellationToken);

    /// <summary>What it means that the check threw, or took too long.</summary>
    public virtual PartFinding Failed(Exception failure) => Unknown(failure);

    /// <summary>How long a finding is used again without another check.</summary>
    public virtual Duration KeepFor(PartFinding finding) => Duration.Zero;

    public PartFinding Unknown(Exception? failure = null) => new(PartState.Unknown) { IsReady = IsOptional, Failure = failure };
}
