using System.Globalization;

namespace NetGen;

/// <summary>Looks for one kind of finding, watched step by watched step. It allocates for findings only.</summary>
internal abstract class Symptom
{
    protected static CultureInfo Text => CultureInfo.InvariantCulture;

    /// <summary>One of each kind, that has seen nothing.</summary>
    public static Symptom[] All(WatchLimits limits) =>
    [
        new VanishingSymptom(limits),
        new ExplodingSymptom(limits),
        new DeathSymptom(limits),
        new SaturationSymptom(limits),
        new StuckLossSymptom(limits),
    ];

    /// <summary>Takes a watched step.</summary>
    public abstract void Examine(NetworkWatch watch);
}
