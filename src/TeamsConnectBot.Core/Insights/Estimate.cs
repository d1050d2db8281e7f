using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TeamsConnectBot.Core.Insights;

/// <summary>
/// Adds noise to the count that answers a question somebody made up. Such questions can take any form, so an exact count, or even a
/// plain range, could be tuned until it flips for one person. The noise depends on the question and a secret key, never on the people
/// the question selects: if two questions that select the same people had the same noise, different answers would prove that somebody
/// is in only one of the two sets.
/// </summary>
public sealed class Estimate
{
    /// <summary>
    /// How wide the noise is, in people: one person more or less makes no answer more likely by more than a factor
    /// e^(1/<see cref="Scale"/>), and no answer is ever impossible, so none is certain. The loss adds up over several questions;
    /// <see cref="Rules.DryRuns.DryRunBudget"/> limits how many there are.
    /// </summary>
    public const double Scale = 6;

    /// <summary>How far a blurred count is from the exact one at most, 95 times in 100.</summary>
    public static int Margin { get; } = MarginOf(0.95);

    private readonly byte[] key;

    /// <param name="key">A secret of at least 16 bytes that stays the same.</param>
    /// <exception cref="ArgumentException">The key is too short to be a secret.</exception>
    public Estimate(ReadOnlySpan<byte> key)
    {
        if (key.Length < 16)
        {
            throw new ArgumentException($"The key has {key.Length} bytes; it needs at least 16 to be secret.", nameof(key));
        }

        this.key = key.ToArray();
    }

    /// <summary>The count with noise; never below 0.</summary>
    /// <param name="count">The exact count.</param>
    /// <param name="question">The question, including everything that distinguishes it from other questions, such as the month.</param>
    public int Blur(int count, string question)
    {
        ArgumentNullException.ThrowIfNull(question);

        // The two-sided geometric mechanism of differential privacy (Ghosh, Roughgarden and Sundararajan, 2009). The draws come from a
        // keyed hash, so that asking again cannot average them out.
        var drawn = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(question)).AsSpan();
        return Math.Max(0, count + Geometric(drawn) - Geometric(drawn[sizeof(ulong)..]));
    }

    // The difference of two such draws is more than k with a probability of 2 r^(k + 1) / (1 + r), where r = e^(-1/Scale).
    private static int MarginOf(double confidence)
    {
        var ratio = Math.Exp(-1 / Scale);
        return (int)Math.Ceiling(Math.Log((1 - confidence) * (1 + ratio) / 2) / Math.Log(ratio)) - 1;
    }

    private static int Geometric(ReadOnlySpan<byte> drawn)
    {
        var uniform = ((BinaryPrimitives.ReadUInt64LittleEndian(drawn) >> 11) + 1) * Math.Pow(2, -53);
        return (int)(-Scale * Math.Log(uniform));
    }
}
