/** What the article refers to, in the order of the list at its end. */

export interface Reference {
  readonly authors: string;
  readonly title: string;
  /** Where and when. */
  readonly where: string;
  readonly year: number;
  readonly url: string;
  readonly bibtex: string;
}

const table = {
  fci: {
    authors: 'F. Martinelli, A. van Meegen, B. Şimşek, W. Gerstner, J. Brea',
    title: 'Flat Channels to Infinity in Neural Loss Landscapes',
    where: 'Advances in Neural Information Processing Systems (NeurIPS)',
    year: 2025,
    url: 'https://arxiv.org/abs/2506.14951',
    bibtex: `@inproceedings{martinelli2025flat,
  title         = {Flat Channels to Infinity in Neural Loss Landscapes},
  author        = {Martinelli, Flavio and van Meegen, Alexander and {\\c{S}}im{\\c{s}}ek, Berfin
                   and Gerstner, Wulfram and Brea, Johanni},
  booktitle     = {Advances in Neural Information Processing Systems},
  year          = {2025},
  eprint        = {2506.14951},
  archiveprefix = {arXiv}
}`,
  },
  glu: {
    authors: 'Y. N. Dauphin, A. Fan, M. Auli, D. Grangier',
    title: 'Language Modeling with Gated Convolutional Networks',
    where: 'International Conference on Machine Learning (ICML)',
    year: 2017,
    url: 'https://arxiv.org/abs/1612.08083',
    bibtex: `@inproceedings{dauphin2017language,
  title         = {Language Modeling with Gated Convolutional Networks},
  author        = {Dauphin, Yann N. and Fan, Angela and Auli, Michael and Grangier, David},
  booktitle     = {Proceedings of the 34th International Conference on Machine Learning},
  year          = {2017},
  eprint        = {1612.08083},
  archiveprefix = {arXiv}
}`,
  },
  fukumizu: {
    authors: 'K. Fukumizu, S. Amari',
    title: 'Local minima and plateaus in hierarchical structures of multilayer perceptrons',
    where: 'Neural Networks 13, 317–327',
    year: 2000,
    url: 'https://doi.org/10.1016/S0893-6080(00)00009-5',
    bibtex: `@article{fukumizu2000local,
  title   = {Local minima and plateaus in hierarchical structures of multilayer perceptrons},
  author  = {Fukumizu, Kenji and Amari, Shun-ichi},
  journal = {Neural Networks},
  volume  = {13},
  number  = {3},
  pages   = {317--327},
  year    = {2000}
}`,
  },
  symmetries: {
    authors: 'B. Şimşek, F. Ged, A. Jacot, F. Spadaro, C. Hongler, W. Gerstner, J. Brea',
    title: 'Geometry of the Loss Landscape in Overparameterized Neural Networks: Symmetries and Invariances',
    where: 'International Conference on Machine Learning (ICML)',
    year: 2021,
    url: 'https://arxiv.org/abs/2105.12221',
    bibtex: `@inproceedings{simsek2021geometry,
  title         = {Geometry of the Loss Landscape in Overparameterized Neural Networks:
                   Symmetries and Invariances},
  author        = {{\\c{S}}im{\\c{s}}ek, Berfin and Ged, Fran{\\c{c}}ois and Jacot, Arthur and Spadaro, Francesco
                   and Hongler, Cl{\\'e}ment and Gerstner, Wulfram and Brea, Johanni},
  booktitle     = {Proceedings of the 38th International Conference on Machine Learning},
  year          = {2021},
  eprint        = {2105.12221},
  archiveprefix = {arXiv}
}`,
  },
  edge: {
    authors: 'J. M. Cohen, S. Kaur, Y. Li, J. Z. Kolter, A. Talwalkar',
    title: 'Gradient Descent on Neural Networks Typically Occurs at the Edge of Stability',
    where: 'International Conference on Learning Representations (ICLR)',
    year: 2021,
    url: 'https://arxiv.org/abs/2103.00065',
    bibtex: `@inproceedings{cohen2021gradient,
  title         = {Gradient Descent on Neural Networks Typically Occurs at the Edge of Stability},
  author        = {Cohen, Jeremy M. and Kaur, Simran and Li, Yuanzhi and Kolter, J. Zico
                   and Talwalkar, Ameet},
  booktitle     = {International Conference on Learning Representations},
  year          = {2021},
  eprint        = {2103.00065},
  archiveprefix = {arXiv}
}`,
  },
  adam: {
    authors: 'D. P. Kingma, J. Ba',
    title: 'Adam: A Method for Stochastic Optimization',
    where: 'International Conference on Learning Representations (ICLR)',
    year: 2015,
    url: 'https://arxiv.org/abs/1412.6980',
    bibtex: `@inproceedings{kingma2015adam,
  title         = {Adam: A Method for Stochastic Optimization},
  author        = {Kingma, Diederik P. and Ba, Jimmy},
  booktitle     = {International Conference on Learning Representations},
  year          = {2015},
  eprint        = {1412.6980},
  archiveprefix = {arXiv}
}`,
  },
  ntk: {
    authors: 'A. Jacot, F. Gabriel, C. Hongler',
    title: 'Neural Tangent Kernel: Convergence and Generalization in Neural Networks',
    where: 'Advances in Neural Information Processing Systems (NeurIPS)',
    year: 2018,
    url: 'https://arxiv.org/abs/1806.07572',
    bibtex: `@inproceedings{jacot2018neural,
  title         = {Neural Tangent Kernel: Convergence and Generalization in Neural Networks},
  author        = {Jacot, Arthur and Gabriel, Franck and Hongler, Cl{\\'e}ment},
  booktitle     = {Advances in Neural Information Processing Systems},
  year          = {2018},
  eprint        = {1806.07572},
  archiveprefix = {arXiv}
}`,
  },
} as const satisfies Readonly<Record<string, Reference>>;

export type ReferenceId = keyof typeof table;
export const references: Readonly<Record<ReferenceId, Reference>> = table;
export const referenceIds = Object.keys(table) as readonly ReferenceId[];
