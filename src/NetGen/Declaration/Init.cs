namespace NetGen;

/// <summary>
/// How a weight tensor is filled before training. <c>inputs</c> and <c>outputs</c> are the fan-in and fan-out of the layer.
/// </summary>
public enum Init
{
    /// <summary>
    /// What fits the activation that follows: <see cref="HeNormal"/> before the ReLU family, <see cref="LeCunNormal"/> before
    /// <c>Selu</c>, <see cref="XavierUniform"/> otherwise.
    /// </summary>
    Default,

    /// <summary>Normal with variance 2 / inputs (He et al. 2015, "Delving Deep into Rectifiers").</summary>
    HeNormal,

    /// <summary>Uniform in ±sqrt(6 / inputs), which has the variance of <see cref="HeNormal"/>.</summary>
    HeUniform,

    /// <summary>Normal with variance 2 / (inputs + outputs) (Glorot and Bengio 2010).</summary>
    XavierNormal,

    /// <summary>Uniform in ±sqrt(6 / (inputs + outputs)), which has the variance of <see cref="XavierNormal"/>.</summary>
    XavierUniform,

    /// <summary>Normal with variance 1 / inputs (LeCun et al. 1998, "Efficient BackProp").</summary>
    LeCunNormal,

    /// <summary>Uniform in ±sqrt(3 / inputs), which has the variance of <see cref="LeCunNormal"/>.</summary>
    LeCunUniform,

    /// <summary>Normal with a standard deviation of the layer's <c>InitScale</c>.</summary>
    Normal,

    /// <summary>Uniform in ± the layer's <c>InitScale</c>.</summary>
    Uniform,

    /// <summary>Every element is the layer's <c>InitScale</c>.</summary>
    Constant,
}
