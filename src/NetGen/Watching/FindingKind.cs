namespace NetGen;

/// <summary>What can be wrong with a training.</summary>
public enum FindingKind
{
    /// <summary>The gradients of the first layers are next to nothing beside those of the last one.</summary>
    VanishingGradients,

    /// <summary>The gradients are very large.</summary>
    ExplodingGradients,

    /// <summary>Units whose outputs are 0 for every sample: their weights never change again.</summary>
    DeadNeurons,

    /// <summary>Outputs of sigmoids and their like that stand at a bound, where the derivative is next to nothing.</summary>
    SaturatedUnits,

    /// <summary>The loss is where it was when the training began.</summary>
    LossNotMoving,

    /// <summary>The loss is infinite or not a number.</summary>
    NotANumber,
}
