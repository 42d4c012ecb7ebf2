#!/usr/bin/env python3
"""make_register.py FILE RISKS: a register of that many risks, as Excel in French writes CSV. Always the same."""
import csv
import sys

FAMILIES = ["Cyberattaque", "Panne", "Environnement", "Erreur humaine", "Sous-traitance", "Malveillance interne", "Juridique"]
ASSETS = ["Dossier patient", "Imagerie", "Laboratoire", "Sauvegardes", "Réseau", "Annuaire", "Télémaintenance", "Salle informatique"]
CAUSES = ["défaut de mise à jour", "perte d’alimentation", "hameçonnage", "compte oublié", "support défaillant", "erreur de paramétrage"]
STRATEGIES = ["Réduire", "Accepter", "Éviter", "Partager", "À décider"]
HEADINGS = ["Réf", "Famille", "Scénario", "Actif", "Cause", "Conséquences patient", "Conséquences données", "Conséquences activité", "Mesures existantes",
            "Gravité", "Vraisemblance", "Stratégie", "Propriétaire", "Gravité résiduelle", "Vraisemblance résiduelle", "Prochaine revue"]


def row(number):
    cause, asset = CAUSES[number % len(CAUSES)], ASSETS[number // 3 % len(ASSETS)]
    gravity, likelihood = number % 4 + 1, number // 4 % 4 + 1
    return [f"R{number + 1}", FAMILIES[number % len(FAMILIES)], f"{asset} indisponible par {cause} ({number + 1})", asset, f"Origine : {cause}.",
            "Retard de prise en charge.\nReport d’actes non urgents.", "Données du jour perdues ou fausses.", "Procédures papier pendant la panne.",
            "Sauvegarde quotidienne ;\nastreinte informatique.", gravity, likelihood, STRATEGIES[number % len(STRATEGIES)], f"Responsable {number % 40 + 1}",
            max(1, gravity - number % 2), max(1, likelihood - 1), f"{number % 28 + 1:02d}/{number % 12 + 1:02d}/2027"]


def main(path, count):
    with open(path, "w", encoding="cp1252", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(HEADINGS)
        writer.writerows(row(number) for number in range(count))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
